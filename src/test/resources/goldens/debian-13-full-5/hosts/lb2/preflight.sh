#!/bin/sh
# Refuses a host that these files do not fit, before anything on it is changed. install.sh and site.yml run it as root:
#   sh preflight.sh SUM    the SHA-256 of the patroni_env.conf that is to be placed; - where there is none
set -eu

die() {
	echo "lb2: $*" >&2
	exit 1
}

[ "$(id -u)" -eq 0 ] || die "root is needed"
# shellcheck source=/dev/null
. /etc/os-release
[ "${ID:-}${VERSION_ID:-}" = debian13 ] ||
	die "these files are made for Debian 13, this is ${PRETTY_NAME:-unknown}"
ip -4 -o addr show | grep -qF ' 192.0.2.32/' || die "this host has no address 192.0.2.32"

# Until these files have claimed the host, whatever is in their places is somebody's, unless it is as its package shipped it.
claim=/etc/pg-ha
shipped() {
	sum=$(dpkg-query -W -f='${Conffiles}\n' 2>/dev/null | awk -v path="$1" '$1 == path { print $2; exit }')
	[ "$(md5sum <"$1" | cut -d' ' -f1)" = "$sum" ]
}
if [ ! -d "$claim" ]; then
	for file in \
		/usr/local/sbin/pg-ha-serve \
		/etc/apt/apt.conf.d/60pg-ha \
		/etc/sysctl.d/60-pg-ha.conf \
		/etc/pg-ha/firewall.nft \
		/etc/systemd/system/pg-ha-firewall.service \
		/etc/systemd/system/nftables.service.d/pg-ha.conf \
		/etc/haproxy/haproxy.cfg \
		/etc/systemd/system/haproxy.service.d/pg-ha.conf \
		/etc/keepalived/check.sh \
		/etc/keepalived/keepalived.conf \
		/etc/systemd/system/keepalived.service.d/pg-ha.conf \
		; do
		[ ! -e "$file" ] || shipped "$file" || die "$file is not from these files: move it away, or take another host"
	done
fi

[ -d "$claim" ] || { install -d -m 755 "$claim" && echo "claimed"; }
