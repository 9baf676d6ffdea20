#!/bin/sh
# Installs pg3 by hand, as site.yml does: packages, folders, files, services. Run as root on pg3, in the
# copy of this folder that prepare.sh has completed. A second run changes and restarts nothing.
set -eu
cd "$(dirname "$0")"
here=$PWD

die() {
	echo "install.sh: $*" >&2
	exit 1
}

[ "$(id -u)" -eq 0 ] || die "run as root"
# shellcheck source=/dev/null
. /etc/os-release
[ "${ID:-}${VERSION_ID:-}" = debian13 ] || die "made for Debian 13, this is ${PRETTY_NAME:-unknown}"
ip -4 -o addr show | grep -qF ' 192.0.2.13/' || die "this is not pg3: it has no address 192.0.2.13"
[ -f "./etc/patroni_env.conf" ] || die "./etc/patroni_env.conf is missing: run prepare.sh first"
[ -f "./etc/patroni/application_password" ] || die "./etc/patroni/application_password is missing: run prepare.sh first"

changed=
actions=

# folder PATH OWNER GROUP MODE
folder() {
	[ -d "$1" ] && [ "$(stat -c '%U %G %a' "$1")" = "$2 $3 $4" ] && return
	install -d -o "$2" -g "$3" -m "$4" "$1"
	changed=yes
	echo "folder $1"
}

# place PATH OWNER GROUP MODE CHECK ACTION: the file's own program checks it before it replaces anything.
place() {
	if cmp -s "$here$1" "$1" && [ "$(stat -c '%U %G %a' "$1")" = "$2 $3 $4" ]; then
		return
	fi
	mkdir -p "$(dirname "$1")"
	new=$(mktemp "$1.XXXXXX")
	cat "$here$1" >"$new"
	chown "$2:$3" "$new"
	chmod "$4" "$new"
	if [ -n "$5" ] && ! $5 "$new" >"/run/pg-ha-check" 2>&1; then
		rm "$new"
		cat /run/pg-ha-check >&2
		die "$1 does not pass: $5"
	fi
	mv "$new" "$1"
	changed=yes
	actions="$actions $6"
	echo "file $1"
}

# Packages, without letting them start or restart anything.
place /etc/postgresql-common/createcluster.d/pg-ha.conf root root 644 '' ''
missing=
for package in curl iproute2 nftables patroni postgresql-17 python3-etcd; do
	[ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing="$missing $package"
done
if [ -n "$missing" ]; then
	policy=/usr/sbin/policy-rc.d
	[ ! -e "$policy" ] || mv "$policy" "$policy.pg-ha"
	restore() {
		rm -f "$policy"
		[ ! -e "$policy.pg-ha" ] || mv "$policy.pg-ha" "$policy"
	}
	trap restore EXIT
	printf '#!/bin/sh\nexit 101\n' >"$policy"
	chmod 755 "$policy"
	apt-get update
	# shellcheck disable=SC2086 # a list of names
	DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
		-o Dpkg::Options::=--force-confdef -o Dpkg::Options::=--force-confold $missing
	restore
	trap - EXIT
	changed=yes
fi
id -u postgres >/dev/null || die "the packages did not make the user postgres"
# A cluster that came with the package is stopped and left where it is; one with databases is somebody's: not touched.
pg_lsclusters -h | while read -r version name port status rest; do
	case $status in online*) ;; *) continue ;; esac
	others=$(cd / && runuser -u postgres -- psql -XAtq -p "$port" -d postgres -c \
		"SELECT count(*) FROM pg_database WHERE datname NOT IN ('postgres', 'template0', 'template1')")
	[ "$others" = 0 ] || die "PostgreSQL $version/$name holds databases: move them away, or take another host"
	systemctl stop "postgresql@$version-$name.service"
	echo "stopped the package's own cluster $version/$name"
done
if [ "$(systemctl is-enabled postgresql@.service 2>/dev/null)" != masked ]; then
	systemctl mask --quiet postgresql@.service
	changed=yes
fi

folder /etc/sysctl.d root root 755
folder /etc/pg-ha root root 755
folder /etc/systemd/system/nftables.service.d root root 755
folder /etc/patroni root root 755
folder /etc/systemd/system/patroni.service.d root root 755
place /etc/sysctl.d/60-pg-ha.conf root root 644 '' 'restart:systemd-sysctl.service'
place /etc/pg-ha/firewall.nft root root 644 '/usr/sbin/nft -c -f' 'restart:pg-ha-firewall.service'
place /etc/systemd/system/pg-ha-firewall.service root root 644 '' ''
place /etc/systemd/system/nftables.service.d/pg-ha.conf root root 644 '' ''
place /etc/patroni_env.conf root root 600 '' ''
place /etc/patroni/application_password root postgres 640 '' ''
place /etc/patroni/post_bootstrap.sh root root 755 '/bin/sh -n' ''
place /usr/local/sbin/pg-ha-patroni-check root root 755 '/bin/sh -n' ''
place /etc/patroni/config.yml root root 644 '/usr/local/sbin/pg-ha-patroni-check' 'reload:patroni.service'
place /usr/local/sbin/hactl root root 755 '/bin/sh -n' ''
place /etc/systemd/system/patroni.service.d/pg-ha.conf root root 644 '' ''

if [ -n "$changed" ]; then
	systemctl daemon-reload
fi
case " $actions " in
*" restart:systemd-sysctl.service "*) systemctl restart systemd-sysctl.service ;;
esac

# within SECONDS COMMAND...: succeeds as soon as the command does.
within() {
	left=$1
	shift
	until "$@" >/dev/null 2>&1; do
		left=$((left - 1))
		[ "$left" -gt 0 ] || return 1
		sleep 1
	done
}

# A new etcd cluster takes up work when every member has been seen once.
etcd_agreed() {
	curl -fs -m 2 http://192.0.2.21:2379/version | grep -q '"etcdcluster":"3[.][4-9]'
}

# serve SERVICE: enabled, and started or told about its new files. Never waits: etcd answers only when most members do.
serve() {
	if ! systemctl is-enabled --quiet "$1" 2>/dev/null; then
		systemctl enable --quiet "$1"
		echo "enabled $1"
	fi
	if ! systemctl is-active --quiet "$1"; then
		systemctl start --no-block "$1"
		echo "started $1"
		return
	fi
	case " $actions " in
	*" restart:$1 "*)
		systemctl restart --no-block "$1"
		echo "restarted $1"
		;;
	*" reload:$1 "*)
		systemctl reload "$1"
		echo "reloaded $1"
		;;
	esac
}

serve pg-ha-firewall.service
# The first host founds the cluster; this one copies it.
if etcd_agreed; then
	within 60 curl -fsS -m 2 -o /dev/null http://192.0.2.11:8008/health ||
		echo "pg1 does not answer yet: this host joins as soon as it does"
fi
serve patroni.service

if [ -z "$changed" ]; then
	echo "nothing to change on pg3"
fi
