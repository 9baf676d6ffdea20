#!/bin/sh
# Installs lb1 by hand, as site.yml does: packages, folders, files, services. Run as root on lb1, in the
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
ip -4 -o addr show | grep -qF ' 192.0.2.31/' || die "this is not lb1: it has no address 192.0.2.31"

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
missing=
for package in curl iproute2 nftables haproxy keepalived; do
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
id -u haproxy >/dev/null || die "the packages did not make the user haproxy"

folder /etc/sysctl.d root root 755
folder /etc/pg-ha root root 755
folder /etc/systemd/system/nftables.service.d root root 755
folder /etc/systemd/system/haproxy.service.d root root 755
folder /etc/systemd/system/keepalived.service.d root root 755
place /etc/sysctl.d/60-pg-ha.conf root root 644 '' 'restart:systemd-sysctl.service'
place /etc/pg-ha/firewall.nft root root 644 '/usr/sbin/nft -c -f' 'restart:pg-ha-firewall.service'
place /etc/systemd/system/pg-ha-firewall.service root root 644 '' ''
place /etc/systemd/system/nftables.service.d/pg-ha.conf root root 644 '' ''
place /etc/haproxy/haproxy.cfg root root 644 '/usr/sbin/haproxy -c -f' 'reload:haproxy.service'
place /etc/systemd/system/haproxy.service.d/pg-ha.conf root root 644 '' ''
place /etc/keepalived/check.sh root root 755 '/bin/sh -n' ''
place /etc/keepalived/keepalived.conf root root 644 '/usr/sbin/keepalived -t -f' 'reload:keepalived.service'
place /etc/systemd/system/keepalived.service.d/pg-ha.conf root root 644 '' ''

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
serve haproxy.service
serve keepalived.service

if [ -z "$changed" ]; then
	echo "nothing to change on lb1"
fi
