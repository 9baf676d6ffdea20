#!/bin/sh
# Makes the passwords of this cluster on this machine and puts them where the hosts need them.
#   sh prepare.sh                  make what is missing
#   sh prepare.sh --from OLD_DIR   take over the passwords of an older bundle first
# Only ever adds files: under secrets/ and hosts/. Needs sh, openssl and sha256sum. Tried with dash and busybox on Linux;
# not proven on macOS.
set -eu
umask 077

die() {
	echo "prepare.sh: $*" >&2
	exit 1
}

old=
case $# in
0) ;;
2) [ "$1" = --from ] || die "usage: sh prepare.sh [--from OLD_DIR]"; old=$(cd "$2" && pwd) || die "$2 is no folder" ;;
*) die "usage: sh prepare.sh [--from OLD_DIR]" ;;
esac
cd "$(dirname "$0")"

sha256sum -c SHA256SUMS >/dev/null 2>&1 || die "a shipped file was changed or lost: sha256sum -c SHA256SUMS names it"
command -v openssl >/dev/null 2>&1 || die "openssl is not installed"

if [ -n "$old" ]; then
	[ -d "$old/secrets" ] || die "$old holds no secrets folder"
	for name in replication rewind restapi application; do
		[ -f "$old/secrets/$name" ] || die "$old/secrets/$name is missing"
	done
fi

mkdir -p secrets
chmod 700 secrets

# secret NAME: 48 hex digits, made once. Never printed, never in an argument list.
secret() {
	if [ -e "secrets/$1" ]; then
		if [ -n "$old" ] && ! cmp -s "$old/secrets/$1" "secrets/$1"; then
			die "secrets/$1 exists already and differs from $old/secrets/$1"
		fi
	elif [ -n "$old" ]; then
		cp "$old/secrets/$1" "secrets/$1.new"
		mv "secrets/$1.new" "secrets/$1"
	else
		openssl rand -hex 24 >"secrets/$1.new"
		mv "secrets/$1.new" "secrets/$1"
	fi
	if ! grep -Eqx '[A-Za-z0-9_-]{16,128}' "secrets/$1" || [ "$(wc -l <"secrets/$1")" -ne 1 ]; then
		die "secrets/$1 must be one line of 16 to 128 letters, digits, _ or -"
	fi
}

# add FILE: writes what comes in, unless the file is there with that content.
add() {
	cat >"$1.new"
	if [ ! -e "$1" ]; then
		mv "$1.new" "$1"
		echo "added $1"
	elif cmp -s "$1.new" "$1"; then
		rm "$1.new"
	else
		rm "$1.new"
		die "$1 does not match secrets/: remove it and run this again"
	fi
}

for name in replication rewind restapi application; do
	secret "$name"
done

for host in pg1 pg2; do
	add "hosts/$host/etc/patroni_env.conf" <<EOF
PATRONI_REPLICATION_PASSWORD=$(cat secrets/replication)
PATRONI_REWIND_PASSWORD=$(cat secrets/rewind)
PATRONI_RESTAPI_USERNAME=patroni
PATRONI_RESTAPI_PASSWORD=$(cat secrets/restapi)
EOF
	add "hosts/$host/etc/patroni/application_password" <secrets/application
done
echo "ready: the application's password is in secrets/application"
