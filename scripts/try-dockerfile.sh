#!/usr/bin/env bash
# Runs the steps of the Dockerfile in a clean folder, as an ordinary user, where there is no Docker engine: each COPY, RUN
# and ENV in its order, then the server by its CMD, its HEALTHCHECK, and SIGTERM.
#
# What it shows: the named files are enough to build and to run, no step needs root, the server starts, becomes healthy and
# drains. What it cannot show: the base image and its libraries (the Node found here is used), the isolation, the volume,
# and `chown`, which is passed over. `/app` and `/data` are folders under the clean folder.
#
#   scripts/try-dockerfile.sh [user]      the user to become when run by root; the default is nobody
set -euo pipefail
repository=$(cd "$(dirname "$0")/.." && pwd)

if [ "$(id -u)" = 0 ]; then
  user=${1:-nobody}
  context=$(mktemp -d)
  trap 'rm -rf "$context"' EXIT
  # Only what the Dockerfile names, so that the ordinary user needs no access to the rest.
  (cd "$repository" && cp -r Dockerfile package.json package-lock.json .npmrc tsconfig.json tsconfig.build.json \
    app.yml LICENSE src schemas scripts "$context") || exit 1
  ln -s "$(readlink -f "$repository/node_modules/node/bin/node" || command -v node)" "$context/node"
  mkdir "$context/home"
  chown -R "$user" "$context"
  setpriv --reuid="$user" --regid="$(id -g "$user")" --clear-groups --no-new-privs \
    env HOME="$context/home" PATH="$context:$PATH" bash "$context/scripts/try-dockerfile.sh"
  exit
fi

clean=$(mktemp -d)
server=
cleanup() {
  if [ -n "$server" ]; then kill -KILL "$server" 2>/dev/null || true; fi
  rm -rf "$clean"
}
trap cleanup EXIT
export npm_config_cache="$clean/npm-cache" npm_config_update_notifier=false
echo "user $(id -un), Node $(node --version), npm $(npm --version)"

stage= # the folder that stands for the file system of the stage being built
work=  # WORKDIR
environment=()
command= health=

# A path in the image, as a path under the folder of its stage.
inside() { case $1 in /*) echo "$stage$1" ;; *) echo "$stage$work/$1" ;; esac }

# Words that begin with /app or /data, moved under the stage.
moved() { sed -E "s#(^|[ =])/(app|data)#\\1$stage/\\2#g" <<<"$1"; }

copy() {
  local source=$repository arguments=() target path
  for path in "$@"; do
    case $path in
      --from=*) source=$clean/${path#--from=} ;;
      --*) echo "COPY $path is not known here" >&2; exit 1 ;;
      *) arguments+=("$path") ;;
    esac
  done
  target=$(inside "${arguments[-1]}")
  unset 'arguments[-1]'
  if [ "${#arguments[@]}" -gt 1 ] || [ "${target%/}" != "$target" ]; then
    mkdir -p "$target"
  else
    mkdir -p "$(dirname "$target")"
  fi
  for path in "${arguments[@]}"; do cp -r "$source/$path" "$target"; done
}

run_step() {
  local step
  step=$(moved "$1")
  step=$(sed -E 's#chown [^&]+#true #g' <<<"$step")
  (cd "$stage$work" && env "${environment[@]}" bash -euc "$step")
}

# The strings of a JSON array, one a line.
strings_of() { node -e 'for (const word of JSON.parse(process.argv[1])) console.log(word)' "$1"; }

while read -r instruction rest; do
  case $instruction in
    '' | '#'*) continue ;;
  esac
  echo "--- $instruction $rest"
  case $instruction in
    FROM)
      stage=$clean/${rest##* AS }
      [ "$stage" = "$clean/$rest" ] && stage=$clean/final
      mkdir -p "$stage"
      environment=(PATH="$PATH" HOME="$clean")
      ;;
    WORKDIR) work=$rest && mkdir -p "$stage$work" ;;
    ENV) environment+=("$(moved "$rest")") ;;
    COPY) read -ra paths <<<"$rest" && copy "${paths[@]}" ;;
    RUN) run_step "$rest" ;;
    HEALTHCHECK) health=${rest#*CMD } ;;
    CMD) command=$rest ;;
    USER | VOLUME | EXPOSE) ;;
    *) echo "$instruction is not known here" >&2; exit 1 ;;
  esac
done <"$repository/Dockerfile"

port=$(node -e 'const s = require("net").createServer().listen(0, () => { console.log(s.address().port); s.close(); })')
key=$(node -e 'console.log(require("crypto").generateKeyPairSync("rsa", { modulusLength: 2048,
  privateKeyEncoding: { type: "pkcs1", format: "pem" }, publicKeyEncoding: { type: "pkcs1", format: "pem" } }).privateKey)')
environment+=(PORT="$port" HOST=127.0.0.1 APP_ID=1 PRIVATE_KEY="$key" WEBHOOK_SECRET="$(printf '%064d' 0)")

cd "$stage$work"
mapfile -t command_words < <(strings_of "$command")
mapfile -t health_words < <(strings_of "$health")
env -i "${environment[@]}" "${command_words[@]}" &
server=$!
healthy=no
for _ in $(seq 60); do
  if env -i "${environment[@]}" "${health_words[@]}"; then healthy=yes && break; fi
  kill -0 "$server" 2>/dev/null || break
  sleep 0.5
done
[ "$healthy" = yes ] || { echo "the server did not become healthy" >&2; exit 1; }
echo "--- healthy; the image's folder has $(du -sm "$stage" | cut -f1) MB"
kill -TERM "$server"
code=0
wait "$server" || code=$?
server=
[ "$code" = 0 ] || { echo "the server ended with $code on SIGTERM" >&2; exit 1; }
echo "--- drained; every step of the Dockerfile that can be tried without an engine works"
