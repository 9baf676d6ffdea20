package dev.pghaadvisor.report;

import java.util.List;
import java.util.stream.Collectors;

import dev.pghaadvisor.plan.ClusterPlan;
import dev.pghaadvisor.plan.Entry;
import dev.pghaadvisor.plan.Host;
import dev.pghaadvisor.plan.Role;
import dev.pghaadvisor.plan.SiteName;

/**
 * Draws the cluster as SVG with presentation attributes only, so that no policy has to
 * allow inline styles; it scales to the width of the page. Everything typed was validated
 * to letters, digits, dots and hyphens before it comes here.
 */
final class Drawing {

	private static final int BOX_WIDTH = 190;

	private static final int BOX_HEIGHT = 78;

	private static final int GAP = 20;

	private static final int ROW = 130;

	private Drawing() {
	}

	static String draw(ClusterPlan plan) {
		boolean balanced = !plan.with(Role.HAPROXY).isEmpty();
		boolean apart = balanced && plan.with(Role.HAPROXY).stream().noneMatch((host) -> host.has(Role.POSTGRESQL));
		List<Host> databases = plan.with(Role.POSTGRESQL);
		List<Host> balancers = apart ? plan.with(Role.HAPROXY) : List.of();
		List<Host> stores = plan.with(Role.ETCD).stream().filter((host) -> !host.has(Role.POSTGRESQL)).toList();
		int width = 3 * BOX_WIDTH + 4 * GAP;
		StringBuilder svg = new StringBuilder();
		int y = GAP;
		svg.append(box((width - BOX_WIDTH) / 2, y, 40, "Application", "", "", false));
		y += 40;
		String door = (plan.shape().entry() == Entry.KEEPALIVED)
				? "virtual address " + plan.inventory().vip().address().value() : plan.shape().entry().title();
		svg.append(arrow(width / 2, y, width / 2, y + 36, false));
		y += 36;
		svg.append(box((width - BOX_WIDTH - 60) / 2, y, 44, door, "", "", true, BOX_WIDTH + 60));
		y += 44;
		if (!balancers.isEmpty()) {
			svg.append(row(plan, balancers, width, y, y + 40));
			y += 40 + BOX_HEIGHT;
		}
		svg.append(row(plan, databases, width, y, y + 40));
		y += 40 + BOX_HEIGHT;
		if (!stores.isEmpty()) {
			svg.append(row(plan, stores, width, y, y + 40));
			y += 40 + BOX_HEIGHT;
		}
		y += GAP;
		return """
				<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="100%%" role="img" aria-labelledby="topology-title topology-text" font-family="sans-serif" font-size="13" fill="none" stroke="currentColor">
				<title id="topology-title">The cluster</title>
				<desc id="topology-text">%s</desc>
				%s</svg>
				"""
			.formatted(width, y, text(plan), svg);
	}

	/** What the drawing shows, in words for those who cannot see it. */
	private static String text(ClusterPlan plan) {
		String way = plan.with(Role.HAPROXY).isEmpty()
				? "Applications connect through %s to the database host whose Patroni holds the leader lock."
				: "Applications connect through %s to a HAProxy host, and HAProxy passes them on to the leader.";
		return way
			.formatted((plan.shape().entry() == Entry.KEEPALIVED)
					? "the virtual address " + plan.inventory().vip().address().value() : plan.shape().entry().title())
				+ " Hosts: "
				+ plan.hosts()
					.stream()
					.map((host) -> host.name().value() + " (" + roles(host) + site(plan, host) + ")")
					.collect(Collectors.joining("; "))
				+ ".";
	}

	private static String row(ClusterPlan plan, List<Host> hosts, int width, int from, int y) {
		int taken = hosts.size() * BOX_WIDTH + (hosts.size() - 1) * GAP;
		int x = (width - taken) / 2;
		StringBuilder svg = new StringBuilder();
		for (Host host : hosts) {
			svg.append(arrow(width / 2, from, x + BOX_WIDTH / 2, y, true));
			svg.append(box(x, y, BOX_HEIGHT, host.name().value(), place(plan, host), roles(host), false));
			x += BOX_WIDTH + GAP;
		}
		return svg.toString();
	}

	private static String place(ClusterPlan plan, Host host) {
		SiteName site = plan.site(host);
		return host.address().value() + ((site != null) ? " · " + site.value() : "");
	}

	private static String site(ClusterPlan plan, Host host) {
		SiteName site = plan.site(host);
		return (site != null) ? ", in " + site.value() : "";
	}

	private static String roles(Host host) {
		return host.roles().stream().map((role) -> role.programs().get(0)).collect(Collectors.joining(", "));
	}

	private static String box(int x, int y, int height, String name, String address, String roles, boolean dashed) {
		return box(x, y, height, name, address, roles, dashed, BOX_WIDTH);
	}

	private static String box(int x, int y, int height, String name, String address, String roles, boolean dashed,
			int width) {
		int middle = x + width / 2;
		String shape = "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"6\"%s/>\n".formatted(x, y, width,
				height, dashed ? " stroke-dasharray=\"5 4\"" : "");
		if (address.isEmpty()) {
			return shape + line(middle, y + height / 2 + 5, 13, name, true);
		}
		return shape + fitted(middle, y + 24, 14, name, true, width) + fitted(middle, y + 44, 12, address, false, width)
				+ fitted(middle, y + 64, 11, roles, false, width);
	}

	/** Long words are squeezed into their box instead of leaving it. */
	private static String fitted(int x, int y, int size, String text, boolean bold, int width) {
		String line = line(x, y, size, text, bold);
		return (text.length() * size * 0.55 <= width - 12) ? line
				: line.replaceFirst(" y=", " textLength=\"" + (width - 12) + "\" lengthAdjust=\"spacingAndGlyphs\" y=");
	}

	private static String line(int x, int y, int size, String text, boolean bold) {
		return "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\" font-size=\"%d\"%s fill=\"currentColor\" stroke=\"none\">%s</text>\n"
			.formatted(x, y, size, bold ? " font-weight=\"bold\"" : "", text);
	}

	private static String arrow(int fromX, int fromY, int toX, int toY, boolean faint) {
		return "<path d=\"M%d %d L%d %d m-4 -7 l4 7 l4 -7\"%s/>\n".formatted(fromX, fromY, toX, toY,
				faint ? " stroke-opacity=\"0.6\"" : "");
	}

}
