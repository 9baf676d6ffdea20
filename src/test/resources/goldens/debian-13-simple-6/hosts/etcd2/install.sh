#!/bin/sh
# Installs etcd2 by hand, as site.yml does: packages, folders, files, services. Run as root on etcd2, in the
# copy of this folder that prepare.sh has completed. A second run changes and restarts nothing.
set -eu
cd "$(dirname "$0")"
here=$PWD

die() {
	echo "install.sh: $*" >&2
	exit 1
}

sh preflight.sh - >/dev/null

changed=
pending=/var/lib/pg-ha/pending

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
	[ -z "$6" ] || : >"$pending/$6"
	mv "$new" "$1"
	changed=yes
	echo "file $1"
}

# Packages, without letting them start or restart anything.
missing=
for package in curl iproute2 nftables etcd-server etcd-client; do
	[ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing="$missing $package"
done
if [ -n "$missing" ]; then
	policy=/usr/sbin/policy-rc.d
	# One that is ours was left by an installation that was killed.
	! grep -qs "^# pg-ha$" "$policy" || rm "$policy"
	[ ! -e "$policy" ] || mv "$policy" "$policy.pg-ha"
	restore() {
		rm -f "$policy"
		[ ! -e "$policy.pg-ha" ] || mv "$policy.pg-ha" "$policy"
	}
	trap restore EXIT
	trap 'exit 130' HUP INT TERM
	printf '#!/bin/sh\n# pg-ha\nexit 101\n' >"$policy"
	chmod 755 "$policy"
	apt-get update
	# shellcheck disable=SC2086 # a list of names
	# For ten minutes it waits for an installation that broke off and is still at work.
	DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends -o DPkg::Lock::Timeout=600 \
		-o Dpkg::Options::=--force-confdef -o Dpkg::Options::=--force-confold $missing
	restore
	trap - EXIT HUP INT TERM
	changed=yes
fi
id -u etcd >/dev/null || die "the packages did not make the user etcd"

folder /etc/sysctl.d root root 755
folder /etc/pg-ha root root 755
folder /var/lib/pg-ha root root 755
folder /var/lib/pg-ha/pending root root 755
folder /etc/systemd/system/nftables.service.d root root 755
folder /var/lib/etcd/main etcd etcd 700
folder /etc/systemd/system/etcd.service.d root root 755
place /usr/local/sbin/pg-ha-serve root root 755 '/bin/sh -n' ''
place /usr/local/sbin/pg-ha-guarded root root 755 '/bin/sh -n' ''
place /etc/apt/apt.conf.d/60pg-ha root root 644 '' ''
place /etc/sysctl.d/60-pg-ha.conf root root 644 '' 'restart:systemd-sysctl.service'
place /etc/pg-ha/firewall.nft root root 644 '/usr/sbin/nft -c -f' 'reload:pg-ha-firewall.service'
place /etc/systemd/system/pg-ha-firewall.service root root 644 '' 'daemon-reload'
place /etc/systemd/system/nftables.service.d/pg-ha.conf root root 644 '' 'daemon-reload'
place /etc/default/etcd root root 644 '' 'restart:etcd.service'
place /etc/systemd/system/etcd.service.d/pg-ha.conf root root 644 '' 'daemon-reload'
serve() {
	said=$(pg-ha-serve "$1")
	[ -n "$said" ] || return 0
	changed=yes
	echo "$said"
}

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
	curl --noproxy '*' -fs -m 2 http://127.0.0.1:2379/version | grep -q '"etcdcluster":"3[.][4-9]'
}

serve systemd-sysctl.service
serve pg-ha-firewall.service
# A member restarts only while all others answer: two that are away take the quorum along.
if [ -e "$pending/restart:etcd.service" ] && systemctl is-active --quiet etcd.service; then
	etcdctl --command-timeout=2s --endpoints=http://127.0.0.1:2379 endpoint health --cluster ||
		die "etcd has to restart here, and waits until every member is healthy: run install.sh again then"
fi
serve etcd.service
within 10 etcd_agreed || echo "etcd waits for its other members: go on with the next host"

if [ -z "$changed" ]; then
	echo "nothing to change on etcd2"
fi
