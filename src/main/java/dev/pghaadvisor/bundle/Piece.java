package dev.pghaadvisor.bundle;

/**
 * A place in a file of the bundle where every room may add its own lines: the template of
 * that name in the room's folder, if there is one.
 */
public enum Piece {

	/** Plays of {@code site.yml}, in the order in which things come up. */
	SITE("site"),

	/**
	 * Plays of {@code site.yml} for which every replica has to follow the leader: above
	 * all, what runs takes its changed files. Copying a large database takes hours, and
	 * clients get in meanwhile.
	 */
	SITE_SETTLED("site_settled"),

	/** Plays of {@code verify.yml}. */
	VERIFY("verify"),

	/** Tasks of {@code verify.yml} that use the cluster as applications do. */
	VERIFY_USE("verify_use"),

	/** What {@code prepare.sh} adds beside the secrets. */
	PREPARE("prepare"),

	/** What {@code preflight.sh} asks a host. */
	PREFLIGHT("preflight"),

	/** What {@code install.sh} does once the packages are there. */
	INSTALL_PACKAGES("install_packages"),

	/** Functions that the next two use in {@code install.sh}. */
	INSTALL_FUNCTIONS("install_functions"),

	/** What {@code install.sh} does before it starts a service of the room. */
	INSTALL_BEFORE("install_before"),

	/** What {@code install.sh} does after that. */
	INSTALL_AFTER("install_after"),

	/** README: what the network must have before anything is installed. */
	README_NETWORK("readme_network"),

	/** README: what has to be decided before the data is there. */
	README_DATA("readme_data"),

	/** README: what a way in that is not part of the files has to be set to. */
	README_ENTRY("readme_entry"),

	/** README: how to see that the cluster is well. */
	README_CHECK("readme_check"),

	/** README: what applications have to know. */
	README_USE("readme_use"),

	/** README: how to change something. */
	README_CHANGE("readme_change"),

	/** README: everyday work. */
	README_OPERATE("readme_operate"),

	/** README: what to do when something is wrong. */
	README_TROUBLE("readme_trouble"),

	/** README: what else there is to know. */
	README_MORE("readme_more"),

	/** README: how to replace a lost host. */
	README_REPLACE("readme_replace");

	private final String template;

	Piece(String template) {
		this.template = template;
	}

	/** Name of the template in a room's folder. */
	public String template() {
		return this.template;
	}

}
