#!/bin/sh
# Refuses a host that these files do not fit, before anything on it is changed. install.sh and site.yml run it as root:
#   sh preflight.sh SUM    the SHA-256 of the patroni_env.conf that is to be placed; - where there is none
set -eu

die() {
	echo "pg3: $*" >&2
	exit 1
}

[ "$(id -u)" -eq 0 ] || die "root is needed"
# shellcheck source=/dev/null
. /etc/os-release
[ "${ID:-}${VERSION_ID:-}" = debian13 ] ||
	die "these files are made for Debian 13, this is ${PRETTY_NAME:-unknown}"
ip -4 -o addr show | grep -qF ' 192.0.2.13/' || die "this host has no address 192.0.2.13"

# Until these files have claimed the host, whatever is in their places is somebody's, unless it is as its package shipped it.
claim=/etc/pg-ha
shipped() {
	sum=$(dpkg-query -W -f='${Conffiles}\n' 2>/dev/null | awk -v path="$1" '$1 == path { print $2; exit }')
	[ "$(md5sum <"$1" | cut -d' ' -f1)" = "$sum" ]
}
if [ ! -d "$claim" ]; then
	for file in \
		/etc/postgresql-common/createcluster.d/pg-ha.conf \
		/usr/local/sbin/pg-ha-serve \
		/etc/apt/apt.conf.d/60pg-ha \
		/etc/sysctl.d/60-pg-ha.conf \
		/etc/pg-ha/firewall.nft \
		/etc/systemd/system/pg-ha-firewall.service \
		/etc/systemd/system/nftables.service.d/pg-ha.conf \
		/etc/default/etcd \
		/etc/systemd/system/etcd.service.d/pg-ha.conf \
		/etc/patroni_env.conf \
		/etc/patroni/application_password \
		/etc/patroni/post_bootstrap.sh \
		/usr/local/sbin/pg-ha-patroni-check \
		/etc/patroni/config.yml \
		/usr/local/sbin/pg-ha-cluster \
		/usr/local/sbin/hactl \
		/etc/systemd/system/patroni.service.d/pg-ha.conf \
		/usr/local/sbin/pg-ha-etcd-yield \
		/etc/systemd/system/pg-ha-etcd-yield.service \
		/etc/systemd/system/pg-ha-etcd-yield.timer \
		/etc/keepalived/check.sh \
		/etc/keepalived/keepalived.conf \
		/etc/systemd/system/keepalived.service.d/pg-ha.conf \
		; do
		[ ! -e "$file" ] || shipped "$file" || die "$file is not from these files: move it away, or take another host"
	done
fi

# A cluster that came with the package is stopped and left where it is; one with databases is somebody's, and so may be
# one that does not run.
if command -v pg_lsclusters >/dev/null; then
	pg_lsclusters -h | while read -r version name port status _; do
		case $status in
		online*) ;;
		*)
			[ -d "$claim" ] || die "PostgreSQL $version/$name does not run, so nobody sees what it holds: start it, drop it with pg_dropcluster, or take another host"
			continue
			;;
		esac
		others=$(cd / && runuser -u postgres -- psql -XAtq -p "$port" -d postgres -c \
			"SELECT count(*) FROM pg_database WHERE datname NOT IN ('postgres', 'template0', 'template1')")
		[ "$others" = 0 ] || die "PostgreSQL $version/$name holds databases: move them away, or take another host"
	done
fi

# A cluster keeps the passwords it was born with: with others its members would lock each other out at the next restart.
if [ -e /var/lib/postgresql/17/patroni/PG_VERSION ] && [ -e /etc/patroni_env.conf ]; then
	[ "$(sha256sum </etc/patroni_env.conf | cut -d' ' -f1)" = "$1" ] ||
		die "the cluster that runs here has other passwords: in a new folder, run sh prepare.sh --from OLD_DIR first"
fi

# Nor does it take another name, other addresses or another etcd: its members would go on with the old ones until they restart.
if [ -e /var/lib/postgresql/17/patroni/PG_VERSION ] && [ -e /etc/patroni/config.yml ]; then
	for line in 'scope: "main"' 'name: "pg3"' \
		'connect_address: 192.0.2.13:8008' '- 192.0.2.11:2379' '- 192.0.2.12:2379' '- 192.0.2.13:2379'; do
		sed 's/^ *//' /etc/patroni/config.yml | grep -qxF -- "$line" ||
			die "the cluster that runs here is another one (its config.yml has no '$line'): build a new one and move the data"
	done
fi

[ -d "$claim" ] || { install -d -m 755 "$claim" && echo "claimed"; }
