package dev.pghaadvisor.lab;

/**
 * Starts PostgreSQL with the parameters and access rules of a host's Patroni file, as
 * Patroni would.
 */
final class PostgresTrial {

	private static final String SCRIPT = """
			data=/tmp/trial
			bin=$(echo /usr/lib/postgresql/*/bin)
			rm -rf $data
			mkdir -p /run/postgresql
			chown postgres /run/postgresql
			as() { runuser -u postgres -- "$@"; }
			as $bin/initdb -D $data -k -E UTF8 --locale C.UTF-8 -A peer >/dev/null
			python3 - "$data" <<'END'
			import sys, yaml
			config = yaml.safe_load(open("/etc/patroni/config.yml"))
			shared = config["bootstrap"]["dcs"]["postgresql"]["parameters"]
			local = config["postgresql"]
			listen, port = local["listen"].rsplit(":", 1)
			values = {**shared, **local["parameters"], "listen_addresses": listen, "port": port}
			with open(sys.argv[1] + "/postgresql.conf", "w") as file:
			    for name, value in values.items():
			        file.write("%s = '%s'\\n" % (name, str(value).replace("'", "''")))
			with open(sys.argv[1] + "/pg_hba.conf", "w") as file:
			    file.writelines(line + "\\n" for line in local["pg_hba"])
			END
			echo "$1" >>$data/postgresql.conf
			as $bin/pg_ctl -D $data -w -t 30 -l /tmp/trial.log start >/dev/null || { cat /tmp/trial.log; exit 1; }
			as psql -XAtq -d postgres -c "SELECT 'settings in error: '
				|| (SELECT count(*) FROM pg_file_settings WHERE error IS NOT NULL) || ', access rules in error: '
				|| (SELECT count(*) FROM pg_hba_file_rules WHERE error IS NOT NULL)"
			as $bin/pg_ctl -D $data -w -m fast stop >/dev/null
			""";

	private PostgresTrial() {
	}

	/** Starts it with one more line in its file, and counts what it found wrong. */
	static Output start(Root host, String moreSettings) {
		return host.script(SCRIPT, moreSettings).run();
	}

}
