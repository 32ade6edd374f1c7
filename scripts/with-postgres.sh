#!/usr/bin/env bash
# Runs a command with a PostgreSQL of its own: `scripts/with-postgres.sh npm test`.
#
# The server is Debian's package, its files stand in a temporary folder, it listens on a free port of the loopback
# interface, and it is gone when the command ends. The command finds it by TEST_DATABASE_URL. Where PostgreSQL is not
# installed, or TEST_DATABASE_URL names a server already, the command runs as it is.
set -euo pipefail

if [ $# -eq 0 ]; then
  echo "usage: scripts/with-postgres.sh COMMAND [ARGUMENT...]" >&2
  exit 2
fi
if [ -n "${TEST_DATABASE_URL:-}" ]; then
  exec "$@"
fi

bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1 || true)
if [ -z "$bin" ] && command -v initdb >/dev/null; then
  bin=$(dirname "$(command -v initdb)")
fi
if [ -z "$bin" ] || [ ! -x "$bin/initdb" ]; then
  echo "with-postgres: PostgreSQL is not installed; the tests that need it will be skipped" >&2
  exec "$@"
fi

# PostgreSQL refuses to run as root: its packages bring a user for it.
as_owner=()
if [ "$(id -u)" -eq 0 ]; then
  as_owner=(setpriv --reuid=postgres --regid=postgres --clear-groups env -u TMPDIR HOME=/tmp)
fi

folder=$(TMPDIR=/tmp mktemp -d -t review-miner-postgres.XXXXXX)
stop() {
  if [ -f "$folder/data/postmaster.pid" ]; then
    "${as_owner[@]}" "$bin/pg_ctl" -D "$folder/data" -m immediate -w stop >/dev/null 2>&1 || true
  fi
  rm -rf "$folder"
}
trap stop EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM
if [ "$(id -u)" -eq 0 ]; then
  chown postgres:postgres "$folder"
fi

fail() {
  echo "with-postgres: $1" >&2
  cat "$folder"/*.log >&2 || true
  exit 1
}

cd_safe() { (cd "$folder" && "$@"); }
cd_safe "${as_owner[@]}" "$bin/initdb" -D "$folder/data" -U review_miner -A trust -E UTF8 --locale=C.UTF-8 \
  >"$folder/initdb.log" 2>&1 || fail "initdb failed"

# A port is free until somebody else takes it: three tries.
for try in 1 2 3; do
  port=$(shuf -i 20000-32000 -n 1)
  if cd_safe "${as_owner[@]}" "$bin/pg_ctl" -D "$folder/data" -l "$folder/server.log" -w -t 60 \
    -o "-c listen_addresses=127.0.0.1 -c port=$port -c unix_socket_directories='' -c max_connections=200" start \
    >"$folder/start.log" 2>&1; then
    break
  fi
  [ "$try" -lt 3 ] || fail "the server did not start"
done

export TEST_DATABASE_URL="postgres://review_miner@127.0.0.1:$port/postgres"
status=0
"$@" || status=$?
exit "$status"
