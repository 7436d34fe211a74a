#!/bin/bash
# Ready: mongod is PRIMARY or SECONDARY of $REPLICA_SET and, where APP_USERNAME is set, that user has been created.
# Asks by one `hello` in mongod's wire protocol, which needs no login. mongosh would cost 0.6 s of CPU at every probe.
# Bytes are kept as text such as " 68 65", because shell variables cannot hold a zero byte.
set -uo pipefail
LC_ALL=C
: "${REPLICA_SET:?}"

readonly port=${MONGO_PORT:-27017}
readonly user_seen=${TMPDIR:-/tmp}/app-user-seen

not_ready() {
  echo "not ready: $1" >&2
  exit 1
}

# Asked only until it was answered once: mongod logs every such question as a login that failed.
asks_for_user() { [[ -n ${APP_USERNAME-} && ! -e $user_seen ]]; }

int32() {
  printf ' %02x %02x %02x %02x' $(($1 & 255)) $(($1 >> 8 & 255)) $(($1 >> 16 & 255)) $(($1 >> 24 & 255))
}

# A BSON cstring: the characters and a zero byte.
cstring() {
  local i
  for ((i = 0; i < ${#1}; i++)); do printf ' %02x' "'${1:i:1}"; done
  printf ' 00'
}

# BSON elements NAME: VALUE. A string carries its length, so no other value merely contains it.
string_element() { printf ' 02%s%s%s' "$(cstring "$1")" "$(int32 $((${#2} + 1)))" "$(cstring "$2")"; }
true_element() { printf ' 08%s 01' "$(cstring "$1")"; }

# { hello: 1, saslSupportedMechs: "db.user", $db: "admin" } as an OP_MSG (opcode 2013).
# saslSupportedMechs is how drivers ask which logins a user has: only for a user that exists does the reply have it.
hello() {
  local elements document
  elements=" 10$(cstring hello)$(int32 1)"
  if asks_for_user; then elements+=$(string_element saslSupportedMechs "$APP_DATABASE.$APP_USERNAME"); fi
  elements+=$(string_element '$db' admin)
  document="$(int32 $((${#elements} / 3 + 5)))$elements 00"
  printf '%s' "$(int32 $((${#document} / 3 + 21)))$(int32 1)$(int32 0)$(int32 2013)$(int32 0) 00$document"
}

# Every message starts with its length. Reading by it does not depend on how TCP cuts the reply.
read_reply() {
  local length
  length=$(timeout 2 head -c 4 <&3 | od -An --endian=little -tu4)
  ((length > 16)) || return
  timeout 2 head -c $((length - 4)) <&3 | od -An -v -tx1 | tr -d '\n'
}

{ exec 3<>"/dev/tcp/127.0.0.1/$port"; } 2>/dev/null || not_ready "nothing listens on port $port"
request=$(hello)
printf '%b' "${request// /\\x}" >&3
reply=$(read_reply) || not_ready 'no reply to hello'

[[ $reply == *"$(string_element setName "$REPLICA_SET")"* ]] || not_ready "not a member of $REPLICA_SET"
[[ $reply == *"$(true_element isWritablePrimary)"* || $reply == *"$(true_element secondary)"* ]] ||
  not_ready 'neither PRIMARY nor SECONDARY'
if asks_for_user; then
  [[ $reply == *" 04$(cstring saslSupportedMechs)"* ]] || not_ready "no user $APP_USERNAME yet"
  touch "$user_seen" || true
fi
