#!/bin/sh
# Keeps the schedule of a job: keep-schedule.sh ZONE 'MINUTES HOURS DAYS MONTHS WEEKDAYS' PROGRAM [ARGUMENT...]
# A field is * or a list of numbers such as 0,15,30,45; Sunday is 0. UTC0 is the one zone that needs no tzdata.
# It runs in the job's own image, so with nothing but `date` and a shell of POSIX: busybox, dash or bash.
# A minute is looked at once, when the zone's clocks show it. So what clocks leave out in spring does not run, and what
# they show twice in autumn runs twice, as in a cluster. One run at a time: what is due meanwhile is skipped.
set -uf

zone=$1
schedule=$2
shift 2

say() { echo "schedule: $*"; }

there() { TZ=$zone date "$@"; }

# A signal cuts it short: a shell hears none while it waits for a program in the foreground.
sleeper=
pause() {
  sleep "$1" &
  sleeper=$!
  wait "$sleeper"
}

# Without the zone's data `date` would take it for UTC, and say nothing.
await_zone() {
  until [ "$zone" = UTC0 ] || [ -e "${TZDIR:-/usr/share/zoneinfo}/$zone" ]; do
    say "NOTHING RUNS: this image does not know the time zone $zone; install the package tzdata in it"
    pause 60
  done
}

# 08 would be a number in octal.
plain() {
  case $1 in
    0?) echo "${1#0}" ;;
    *) echo "$1" ;;
  esac
}

to_next_minute() { pause $((60 - $(plain "$(there +%S)"))); }

holds() {
  case ",$1," in
    ,\*, | *,"$(plain "$2")",*) return 0 ;;
    *) return 1 ;;
  esac
}

# The five fields of the schedule, and the five numbers of a minute. Where both kinds of day are restricted, either of
# them is enough.
is_due() {
  holds "$1" "$6" && holds "$2" "$7" && holds "$4" "$9" || return 1
  if [ "$3" = '*' ] || [ "$5" = '*' ]; then
    holds "$3" "$8" && holds "$5" "${10}"
  else
    holds "$3" "$8" || holds "$5" "${10}"
  fi
}

# A process of its own, which passes SIGTERM on. The signal ends `wait` before it ends the program.
run() {
  trap 'kill -TERM $! 2>/dev/null' TERM
  "$@" &
  wait $!
  code=$?
  while kill -0 $! 2>/dev/null; do
    wait $!
    code=$?
  done
  if [ "$code" = 0 ]; then say 'the run is done'; else say "THE RUN FAILED: it ended with $code"; fi
}

current=
is_going() { [ -n "$current" ] && kill -0 "$current" 2>/dev/null; }

# As process 1 a shell without a trap would ignore the signal.
stop() {
  trap '' TERM
  kill "$sleeper" 2>/dev/null
  is_going && kill -TERM "$current" && wait "$current"
  exit 0
}
trap stop TERM

await_zone
say "waits for what is due; now it is $(there '+%Y-%m-%d %H:%M %z')"
seen=$(there +%Y%m%d%H%M%z)
while :; do
  to_next_minute
  now=$(there '+%Y%m%d%H%M%z %M %H %d %m %w')
  [ "${now%% *}" != "$seen" ] || continue # a clock that was set back shows a minute again
  seen=${now%% *}
  # shellcheck disable=SC2086 # ten words
  is_due $schedule ${now#* } || continue
  if is_going; then
    say "skipped at $(there '+%Y-%m-%d %H:%M %z'): the run before is still going"
  else
    say "a run starts at $(there '+%Y-%m-%d %H:%M %z')"
    run "$@" &
    current=$!
  fi
done
