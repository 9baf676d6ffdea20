package dev.pghaadvisor.lab;

import java.util.regex.Pattern;

/**
 * A program that reads some of a bundle's files, and how it is asked about one. Every
 * script gets the file's path as $1 and fails, saying why, if the file is not good.
 */
enum Check {

	/** {@code -dW} turns warnings into errors. */
	HAPROXY("hosts/.*/haproxy\\.cfg", "haproxy -dW -c -f \"$1\"", "listen twice\n    bnid *:1\n"),

	/** Prints nothing about a good file. */
	KEEPALIVED("hosts/.*/keepalived\\.conf", """
			check=/usr/local/sbin/pg-ha-keepalived-check
			[ -x $check ] || check="keepalived -t -f"
			complaints=$($check "$1" 2>&1) || { echo "$complaints"; exit 1; }
			[ -z "$complaints" ] || { echo "$complaints"; exit 1; }
			""", "vrrp_instance again {\n    virtual_router 51\n}\n"),

	/**
	 * Through the bundle's own script, which knows the complaints that do not count.
	 */
	PATRONI("hosts/.*/patroni/config\\.yml", """
			chown -R postgres /var/lib/postgresql
			runuser -u postgres -- /usr/local/sbin/pg-ha-patroni-check "$1" 2>&1
			""", "restapi:\n  listen: nowhere\n"),

	/**
	 * Starts one member of three: it gets as far as asking the others for their votes.
	 */
	ETCD("hosts/.*/etc/default/etcd", """
			set -a
			. "$1"
			set +a
			install -d -o etcd -g etcd -m 0700 "$ETCD_DATA_DIR"
			# What an earlier one said must not be taken for what this one says.
			rm -f /run/etcd.log
			setpriv --reuid=etcd --regid=etcd --clear-groups etcd >/run/etcd.log 2>&1 &
			asks=
			for try in $(seq 100); do
				! grep -qs 'starting a new election' /run/etcd.log || { asks=yes; break; }
				kill -0 $! 2>/dev/null || break
				sleep 0.1
			done
			kill -KILL $! 2>/dev/null || true
			[ "$asks" ] || { cat /run/etcd.log; exit 1; }
			if grep -i 'unrecognized\\|deprecated' /run/etcd.log; then exit 1; fi
			""", "ETCD_LISTEN_PEER_URLS=nonsense\n"),

	NFTABLES("hosts/.*\\.nft", "nft -c -f \"$1\"", "table inet broken { chain }\n"),

	/** Only settings of the network namespace are written: others belong to this host. */
	SYSCTL("hosts/.*/sysctl\\.d/.*", """
			grep '^net[.]' "$1" | sysctl -e -w -p - >/dev/null
			sed -n 's/^-\\{0,1\\}\\([a-z][a-z0-9_.]*\\) *=.*/\\1/p' "$1" | while read -r key; do
				sysctl -n "$key" >/dev/null || exit 1
			done
			if grep -v '^#\\|^$\\|^-\\{0,1\\}[a-z][a-z0-9_.]* = [0-9]*$' "$1"; then exit 1; fi
			""", "net.ipv4.no_such_setting = 1\n"),

	/** A drop-in is checked through the unit it belongs to. */
	SYSTEMD("hosts/.*/systemd/system/.*", """
			unit=$1
			case $unit in *.d/*.conf) unit=$(basename "${unit%/*}" .d) ;; esac
			complaints=$(systemd-analyze verify --man=no "$unit" 2>&1) || { echo "$complaints"; exit 1; }
			[ -z "$complaints" ] || { echo "$complaints"; exit 1; }
			""", "[Service]\nRestart=sometimes\n"),

	/** Compiles it, and has it print its help. */
	PYTHON("hosts/.*/sbin/pg-ha-cluster", """
			python3 -W error -c 'import ast, sys; ast.parse(open(sys.argv[1]).read())' "$1"
			python3 "$1" 2>&1 | grep -q 'pg-ha-cluster healthy'
			""", "def broken(:\n"),

	/** Compiles it with warnings, and has it say how it is called. */
	WRITER("writer\\.py", """
			PYTHONPYCACHEPREFIX=/tmp/compiled python3 -W error -m py_compile "$1"
			python3 "$1" 2>&1 | grep -q 'writer.py .* SECONDS'
			""", "def broken(:\n"),

	SHELL(".*/(install|preflight)\\.sh|prepare\\.sh|hosts/.*/(sbin|keepalived|patroni)/(?!pg-ha-cluster)[^.]*(\\.sh)?",
			"""
					dash -n "$1"
					busybox sh -n "$1"
					shellcheck -s sh "$1"
					""", "echo $not_quoted_and_never_set\n"),

	/** Every line of the list has to be in what apt understood. */
	APT("hosts/.*/apt\\.conf\\.d/.*", """
			understood=$(APT_CONFIG="$1" apt-config dump Unattended-Upgrade::Package-Blacklist)
			[ "$(echo "$understood" | sort -u | grep -c ':: ')" -eq "$(grep -c '"' "$1")" ] || {
				echo "$understood"
				exit 1
			}
			""", "\"not closed\n"),

	/** Read by a shell of Debian's package before it would make a cluster of its own. */
	CREATECLUSTER("hosts/.*/createcluster\\.d/.*", """
			value=$(perl -I/usr/share/postgresql-common -e 'use PgCommon; my %c = PgCommon::read_conf_file($ARGV[0]);
				print $c{"create_main_cluster"};' "$1")
			[ "$value" = false ] || { echo "create_main_cluster is '$value'"; exit 1; }
			""", "create_main_cluster = true\n"),

	PLAYBOOK("(site|verify|drill)\\.yml", """
			cd "$(dirname "$1")"
			complaints=$(ansible-playbook --syntax-check "$1" 2>&1 >/dev/null) || { echo "$complaints"; exit 1; }
			[ -z "$complaints" ] || { echo "$complaints"; exit 1; }
			""", "- hosts: all\n  tasks:\n    - no_such_module:\n"),

	INVENTORY("inventory\\.yml", """
			cd "$(dirname "$1")"
			out=$(ansible-inventory --list 2>&1) || { echo "$out"; exit 1; }
			if echo "$out" | grep -i 'warning\\|error'; then exit 1; fi
			""", "not: [closed\n"),

	ANSIBLE_CFG("ansible\\.cfg", """
			cd "$(dirname "$1")"
			out=$(ansible-config dump --only-changed 2>&1) || { echo "$out"; exit 1; }
			if echo "$out" | grep -i 'warning\\|error'; then exit 1; fi
			""", "[unclosed\n"),

	DATA("topology\\.json|answers\\.yaml", "python3 -c 'import sys, yaml; yaml.safe_load(open(sys.argv[1]))' \"$1\"",
			"}}\n"),

	CHECKSUMS("SHA256SUMS", "cd \"$(dirname \"$1\")\" && sha256sum --strict --quiet -c \"$1\"",
			"0000000000000000000000000000000000000000000000000000000000000000  README.md\n");

	private final Pattern path;

	private final String script;

	private final String breakage;

	Check(String path, String script, String breakage) {
		this.path = Pattern.compile(path);
		this.script = script;
		this.breakage = breakage;
	}

	/** Whether this program reads that file of the bundle. */
	boolean reads(String pathInBundle) {
		return this.path.matcher(pathInBundle).matches();
	}

	/** Asks the program about the file at that path of the root. */
	Output of(Root root, String path) {
		return root.script(this.script, path).run();
	}

	/** Text that, added to any file it reads, must make the program fail. */
	String breakage() {
		return this.breakage;
	}

}
