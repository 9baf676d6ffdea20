#!/bin/sh
# Asks a host whether these files fit it, and says every reason why not, before anything on it is changed. install.sh and
# site.yml run it as root:
#   sh preflight.sh SUM [look]    the SHA-256 of the patroni_env.conf that is to be placed; - where there is none; with look
#                                 it does not claim the host
set -eu

complaints=0
complain() {
	echo "etcd1: $*" >&2
	complaints=$((complaints + 1))
}
refuse_if_any() {
	[ "$complaints" -eq 0 ] || exit 1
}

[ "$(id -u)" -eq 0 ] || complain "root is needed"
# shellcheck source=/dev/null
. /etc/os-release
[ "${ID:-}${VERSION_ID:-}" = debian13 ] ||
	complain "these files are made for Debian 13, this is ${PRETTY_NAME:-unknown}"
# The rest would be asked in vain.
refuse_if_any

addresses=$(ip -4 -o addr show | awk '$2 != "lo" { print $4 " on " $2 }' | paste -sd, - | sed 's/,/, /g')
ip -4 -o addr show | grep -qF ' 192.0.2.21/' ||
	complain "this host has no address 192.0.2.21, but $addresses: enter its own address and make the files anew, or run this on the right host"

# Until these files have claimed the host, whatever is in their places is somebody's, unless it is as its package shipped it.
claim=/etc/pg-ha
record="cluster main, simple design"
known=$(cat "$claim/claim" 2>/dev/null || true)
shipped() {
	sum=$(dpkg-query -W -f='${Conffiles}\n' 2>/dev/null | awk -v path="$1" '$1 == path { print $2; exit }')
	[ "$(md5sum <"$1" | cut -d' ' -f1)" = "$sum" ]
}
if [ ! -d "$claim" ]; then
	for file in \
		/usr/local/sbin/pg-ha-serve \
		/usr/local/sbin/pg-ha-guarded \
		/etc/apt/apt.conf.d/60pg-ha \
		/etc/sysctl.d/60-pg-ha.conf \
		/etc/pg-ha/firewall.nft \
		/etc/systemd/system/pg-ha-firewall.service \
		/etc/systemd/system/nftables.service.d/pg-ha.conf \
		/etc/default/etcd \
		/etc/systemd/system/etcd.service.d/pg-ha.conf \
		; do
		[ ! -e "$file" ] || shipped "$file" || complain "$file is not from these files: move it away, or take another host"
	done
fi

# What is in these files was tried with these versions. With others it may read right and mean something else.
versions="etcd-server=3.5"
packages() {
	# shellcheck disable=SC2046 # a list of names
	LC_ALL=C apt-cache policy $(echo "$versions" | tr ' ' '\n' | cut -d= -f1) 2>/dev/null | awk '
		/^[^ ]/ { name = $1; sub(/:$/, "", name) }
		$1 == "Installed:" { there = $2 }
		$1 == "Candidate:" { print name, (there == "(none)") ? $2 : there }'
}
found=$(packages)
# apt may not have looked at its sources yet.
if [ "$(printf %s "$found" | grep -vc " (none)$")" -lt "$(echo "$versions" | wc -w)" ]; then
	apt-get -qq update >/dev/null 2>&1 || complain "apt-get update does not work: see what it says"
	found=$(packages)
fi
for pair in $versions; do
	package=${pair%%=*}
	version=$(echo "$found" | awk -v name="$package" '$1 == name { sub(/^[0-9]+:/, "", $2); print $2 }')
	case $version in
	"${pair#*=}"[.~+-]*) ;;
	"" | "(none)") complain "apt knows no package $package: this host needs a source for Debian 13" ;;
	*) complain "$package is $version here, and these files were tried with ${pair#*=}: take Debian 13's own package" ;;
	esac
done

# The ports of this cluster are free, or in the hands of a program whose files are about to be replaced.
if [ ! -d "$claim" ]; then
	for port in 2379 2380; do
		listener=$(ss -Hltnp "sport = :$port" | sed -n 's/.*users:(("\([^"]*\)".*/\1/p' | head -n 1)
		case $listener in
		"" | etcd | patroni | postgres | haproxy | keepalived) ;;
		*) complain "port $port is taken by $listener: stop it, or take another host" ;;
		esac
	done
fi

# A member that finds an old folder goes on with the cluster that it knows, and never meets the others of this one.
if [ ! -d "$claim" ] && [ -d /var/lib/etcd/main/member ]; then
	complain "/var/lib/etcd/main is left from an earlier cluster: move it away if anybody may need it, else remove it"
fi

# What runs keeps these; a host where an earlier try has started nothing yet takes new ones.
if [ -n "$known" ] && [ "$known" != "$record" ] &&
	systemctl is-active patroni etcd haproxy keepalived 2>/dev/null | grep -qx -e active -e activating; then
	complain "what runs here is $known, and these files are for $record: build a new cluster and move the data"
fi
refuse_if_any
[ "${2:-}" != look ] || exit 0
[ -d "$claim" ] || { install -d -m 755 "$claim" && echo "claimed"; }
[ "$known" = "$record" ] || echo "$record" >"$claim/claim"
