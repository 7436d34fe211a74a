# Which address each name has, and whether its port opens. The arguments are name:port. All are tried at once: a door
# that a policy closes says nothing until the time is over.
address() {
  if command -v getent >/dev/null; then
    getent ahostsv4 "$1" | sed -n '1s/ .*//p'
  else
    wget -T 2 -O /dev/null "http://$1:$2/" 2>&1 | sed -n '1s/^Connecting to .*(\(.*\):.*/\1/p'
  fi
}

opens() {
  if command -v nc >/dev/null; then nc -w 2 "$1" "$2" </dev/null; else timeout 2 bash -c "</dev/tcp/$1/$2"; fi
}

try() {
  found=$(address "$1" "$2")
  door=closed
  if [ -n "$found" ] && opens "$found" "$2" >/dev/null 2>&1; then door=open; fi
  echo "$1 $2 ${found:-none} $door"
}

for place; do try "${place%:*}" "${place##*:}" & done
wait
