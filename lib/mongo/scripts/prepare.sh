#!/bin/bash
# Runs to its end before mongod starts, and again on every `docker compose up`, perhaps beside a running mongod.
# mongod refuses a key file with any group or world bit, and a Secret volume with fsGroup always has one (kubernetes#57923).
# So the key is copied into memory, where its mode is ours.
set -euo pipefail
umask 077
trap 'exit 143' TERM # as PID 1 a shell without a trap would ignore it

readonly source=${KEYFILE_SOURCE:-/secret/keyfile}
readonly target=${KEYFILE_TARGET:-/run/mongo/keyfile}
readonly name=$(hostname).${HEADLESS_DOMAIN:?}
readonly patience=${DNS_SECONDS:-180}

fail() {
  echo "prepare: $1" >&2
  exit 1
}

# Fewer than 6 characters mongod would refuse too, but only after its start and in a page of JSON.
check_key() {
  [[ -f $source && -r $source ]] || fail "there is no readable key file at $source"
  local characters
  characters=$(tr -d '[:space:]' <"$source" | wc -c)
  ((characters >= 6)) || fail "the key file $source has $characters characters, mongod wants at least 6"
}

# By a new file and a rename: whoever reads the old one meanwhile reads it whole, and a 0400 file cannot be written to.
copy_key() {
  rm -f "$target.new"
  cat "$source" >"$target.new"
  chmod 400 "$target.new"
  mv -f "$target.new" "$target"
}

# A mongod that cannot resolve its own name when it starts drops out of its set ("self not present") and stays out.
await_own_name() {
  until getent hosts "$name" >/dev/null; do
    ((SECONDS < patience)) || fail "$name did not resolve within $patience s, so mongod would not find itself in its replica set; look at the headless Service and at DNS"
    sleep 1
  done
}

check_key
copy_key
await_own_name
