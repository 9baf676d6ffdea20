#!/bin/sh
# Asks a host whether these files fit it, and says every reason why not, before anything on it is changed. install.sh and
# site.yml run it as root:
#   sh preflight.sh SUM [look]    the SHA-256 of the patroni_env.conf that is to be placed; - where there is none; with look
#                                 it does not claim the host
set -eu

complaints=0
complain() {
	echo "pg2: $*" >&2
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
ip -4 -o addr show | grep -qF ' 192.0.2.12/' ||
	complain "this host has no address 192.0.2.12, but $addresses: enter its own address and make the files anew, or run this on the right host"

# Until these files have claimed the host, whatever is in their places is somebody's, unless it is as its package shipped it.
claim=/etc/pg-ha
record="cluster main, simple design, VIP 192.0.2.100/24 on eth0, router 100"
known=$(cat "$claim/claim" 2>/dev/null || true)
shipped() {
	sum=$(dpkg-query -W -f='${Conffiles}\n' 2>/dev/null | awk -v path="$1" '$1 == path { print $2; exit }')
	[ "$(md5sum <"$1" | cut -d' ' -f1)" = "$sum" ]
}
if [ ! -d "$claim" ]; then
	for file in \
		/etc/postgresql-common/createcluster.d/pg-ha.conf \
		/usr/local/sbin/pg-ha-serve \
		/usr/local/sbin/pg-ha-guarded \
		/etc/apt/apt.conf.d/60pg-ha \
		/etc/sysctl.d/60-pg-ha.conf \
		/etc/pg-ha/firewall.nft \
		/etc/systemd/system/pg-ha-firewall.service \
		/etc/systemd/system/nftables.service.d/pg-ha.conf \
		/etc/sysctl.d/60-pg-ha-postgresql.conf \
		/etc/patroni_env.conf \
		/etc/patroni/application_password \
		/etc/patroni/post_bootstrap.sh \
		/usr/local/sbin/pg-ha-patroni-check \
		/etc/patroni/config.yml \
		/usr/local/sbin/pg-ha-cluster \
		/usr/local/sbin/hactl \
		/etc/systemd/system/patroni.service.d/pg-ha.conf \
		/etc/keepalived/check.sh \
		/etc/keepalived/keepalived.conf \
		/etc/systemd/system/keepalived.service.d/pg-ha.conf \
		; do
		[ ! -e "$file" ] || shipped "$file" || complain "$file is not from these files: move it away, or take another host"
	done
fi

# What is in these files was tried with these versions. With others it may read right and mean something else.
versions="patroni=4.0 postgresql-17=17 keepalived=2.3"
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
	for port in 5432 8008; do
		listener=$(ss -Hltnp "sport = :$port" | sed -n 's/.*users:(("\([^"]*\)".*/\1/p' | head -n 1)
		case $listener in
		"" | etcd | patroni | postgres | haproxy | keepalived) ;;
		*) complain "port $port is taken by $listener: stop it, or take another host" ;;
		esac
	done
fi

# A cluster that came with the package is stopped and left where it is; one with databases is somebody's, and so may be
# one that does not run.
if command -v pg_lsclusters >/dev/null; then
	clusters=$(pg_lsclusters -h)
	while read -r version name port status _; do
		case $status in
		"") continue ;;
		online*) ;;
		*)
			[ -d "$claim" ] || complain "PostgreSQL $version/$name does not run, so nobody sees what it holds: start it, drop it with pg_dropcluster, or take another host"
			continue
			;;
		esac
		others=$(cd / && runuser -u postgres -- psql -XAtq -p "$port" -d postgres -c \
			"SELECT count(*) FROM pg_database WHERE datname NOT IN ('postgres', 'template0', 'template1')")
		[ "$others" = 0 ] || complain "PostgreSQL $version/$name holds databases: move them away, or take another host"
	done <<-CLUSTERS
		$clusters
	CLUSTERS
fi
data=/var/lib/postgresql/17/patroni
if [ ! -d "$claim" ] && [ -d "$data" ] && [ -n "$(ls -A "$data")" ]; then
	complain "$data is left from an earlier cluster: move it away if anybody may need it, else remove it"
fi

# A cluster keeps the passwords it was born with: with others its members would lock each other out at the next restart.
if [ -e /var/lib/postgresql/17/patroni/PG_VERSION ] && [ -e /etc/patroni_env.conf ]; then
	[ "$(sha256sum </etc/patroni_env.conf | cut -d' ' -f1)" = "$1" ] ||
		complain "the cluster that runs here has other passwords: in a new folder, run sh prepare.sh --from OLD_DIR first"
fi

# Nor does it take another name, other addresses or another etcd: its members would go on with the old ones until they restart.
if [ -e /var/lib/postgresql/17/patroni/PG_VERSION ] && [ -e /etc/patroni/config.yml ]; then
	for line in 'scope: "main"' 'name: "pg2"' \
		'connect_address: 192.0.2.12:8008' '- 192.0.2.21:2379' '- 192.0.2.22:2379' '- 192.0.2.23:2379'; do
		sed 's/^ *//' /etc/patroni/config.yml | grep -qxF -- "$line" ||
			complain "the cluster that runs here is another one (its config.yml has no '$line'): build a new one and move the data"
	done
fi

# On another interface nobody would learn that the VIP has moved, and with another prefix its holder would speak from it.
ours="192.0.2.12/24 on eth0"
case ", $addresses," in
*", $ours,"*)
	# Somebody else may have the VIP already; the hosts of this cluster may, if this one replaces another. An ARP probe (RFC
	# 5227) takes nothing from anybody.
	holder=$([ "$known" = "$record" ] || python3 - eth0 192.0.2.100 192.0.2.11 192.0.2.13 <<-'PROBE'
		import socket, struct, sys, time

		interface, vip, *others = sys.argv[1:]
		raw = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(0x0806))
		raw.bind((interface, 0x0806))
		own = raw.getsockname()[4]

		def holder(address):
		    wanted = socket.inet_aton(address)
		    question = struct.pack("!6s6s5H6s4s6s4s", b"\xff" * 6, own, 0x0806, 1, 0x0800, 0x0604, 1, own, bytes(4), bytes(6), wanted)
		    for _ in range(3):
		        raw.send(question)
		        end = time.monotonic() + 0.5
		        while time.monotonic() < end:
		            raw.settimeout(max(0.01, end - time.monotonic()))
		            try:
		                frame = raw.recv(64)
		            except OSError:
		                break
		            if frame[20:22] == b"\0\2" and frame[28:32] == wanted:
		                return frame[22:28]
		    return None

		found = holder(vip)
		if found and found not in [holder(other) for other in others]:
		    print(":".join("%02x" % byte for byte in found))
	PROBE
	)
	[ -z "$holder" ] || complain "192.0.2.100 is in use already, by the machine with $holder: enter a free address as VIP and make the files anew"
	;;
*)
	complain "it is not $ours, but $addresses: the VIP needs the interface and the prefix that this host has; enter them and make the files anew"
	;;
esac

# What runs keeps these; a host where an earlier try has started nothing yet takes new ones.
if [ -n "$known" ] && [ "$known" != "$record" ] &&
	systemctl is-active patroni etcd haproxy keepalived 2>/dev/null | grep -qx -e active -e activating; then
	complain "what runs here is $known, and these files are for $record: build a new cluster and move the data"
fi
refuse_if_any
[ "${2:-}" != look ] || exit 0
[ -d "$claim" ] || { install -d -m 755 "$claim" && echo "claimed"; }
[ "$known" = "$record" ] || echo "$record" >"$claim/claim"
