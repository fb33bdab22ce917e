#!/bin/sh
# Measures a start, the memory of the whole when idle, and the first page; then, for every data folder that
# ./relais seed filled, the answers under load and the work on very many records. Called by ./relais bench; the report
# goes to standard output, what is going on to standard error. With "soak MINUTES DIR" only a long mixed load.
set -eu
root=$1
shift
home=$root/target/bench-home
port=${RELAIS_BENCH_PORT:-8118}
seconds=${RELAIS_BENCH_SECONDS:-15}
bulk=${RELAIS_BENCH_BULK:-100000}
log=$root/target/bench.log
url=http://localhost:$port
pid=

# What was started is stopped, also when something fails or somebody presses Control C.
trap 'stop' EXIT
trap 'exit 130' INT TERM

say() {
    echo "$(date -u +%H:%M:%S) $1" >&2
}

start() {
    : >"$log"
    RELAIS_NO_LEARNING=1 RELAIS_API_PER_MINUTE=100000000 "$root/relais" start --home "$home" --port "$port" >"$log" 2>&1 &
    pid=$!
    until grep -q "is ready" "$log"; do
        kill -0 "$pid" 2>/dev/null || { cat "$log" >&2 && exit 1; }
        sleep 0.1
    done
    took=$(sed -n 's/.*is ready at .* in \(.*\) s$/\1/p' "$log")
}

stop() {
    [ -z "$pid" ] || kill "$pid" 2>/dev/null || true
    wait 2>/dev/null || true
    pid=
}

# Shared pages count once: the proportional set size of java and of every process of the database.
memory() {
    server=$(head -n 1 "$home/postgres/data/postmaster.pid")
    for process in "$pid" "$server" $(ps -o pid= --ppid "$server"); do
        sed -n 's/^Pss: *\([0-9]*\) kB/\1/p' "/proc/$process/smaps_rollup" 2>/dev/null || true
    done | awk '{sum += $1} END {printf "%d", sum / 1024}'
}

# What a browser fetches for the first page: the document and all it names, compressed as sent.
first_page() {
    document=$(curl -sL --compressed "$url/")
    bytes=$(curl -sL -H 'Accept-Encoding: gzip' -o /dev/null -w '%{size_download} %{size_header}' "$url/" | awk '{print $1 + $2}')
    count=1
    for path in $(printf '%s' "$document" | grep -oE '(href|src)="/[^"#]+\.(css|js|woff2|svg|png|ico)[^"]*"' | cut -d'"' -f2 | sort -u); do
        bytes=$((bytes + $(curl -s -H 'Accept-Encoding: gzip' -o /dev/null -w '%{size_download} %{size_header}' "$url$path" | awk '{print $1 + $2}')))
        count=$((count + 1))
    done
    echo "$((bytes / 1024)) $count"
}

machine() {
    model=$(sed -n 's/^model name[^:]*: *//p' /proc/cpuinfo 2>/dev/null | head -n 1)
    total=$(awk '/^MemTotal/ {printf "%.0f", $2 / 1048576}' /proc/meminfo)
    echo "$(nproc) cores${model:+ ($model)}, $total GB of memory, $(uname -s) $(uname -m)"
}

commit() {
    git -C "$root" rev-parse --short HEAD 2>/dev/null || echo none
}

load() {
    RELAIS_HOME=$home RELAIS_NO_LEARNING=1 "$root/relais" load --url "$url" "$@" || say "Something was missed; the report says what."
}

if [ "${1:-}" = soak ]; then
    home=$(cd "$3" && pwd)
    start
    say "$2 minutes of mixed load on $home"
    section=$(load --soak "$2" --chart "$root/docs/bench-soak.svg" --json "$home/soak.json")
    printf '%s\n\nMeasured on %s, %s, commit %s.\n' "$section" "$(date -u +%Y-%m-%d)" "$(machine)" "$(commit)"
    exit 0
fi

say "Starting on an empty folder, twice"
rm -rf "$home"
start
first=$took
stop
start
second=$took
curl -sL -o /dev/null "$url/"
sleep 10
idle=$(memory)
page=$(first_page)
stop
rm -rf "$home"

cat <<TEXT
# Measured
On $(date -u +%Y-%m-%d), $(machine), commit $(commit), by \`./relais bench\`.

Relais runs with its embedded database on a folder that \`./relais seed\` filled, and clients on the same machine drive it
over HTTP without a pause: first everything at eight clients for twice as long as a warm-up, then each for $seconds s with
one client and $seconds s with eight, signed in as an agent who sees one site, their own and shared customers, with
row-level security on. A request takes until its whole answer is there; of pages the server's own time counts, until the
answer is ready to be sent. Budgets hold for the 95th percentile at eight clients; the pace of API tokens is lifted.

| what | measured | budget |
|---|---|---|
| first start to ready, empty folder | $first s | |
| second start to ready, embedded database included | $second s | 5 s |
| memory of the whole, idle after start (PSS of Java and PostgreSQL) | $idle MB | 400 MB |
| first page: transferred | ${page% *} KB | 150 KB |
| first page: requests | ${page#* } | 8 |
TEXT

former=
for folder in "$@"; do
    home=$(cd "$folder" && pwd)
    start
    say "Load on $home"
    load --seconds "$seconds" --bulk "$bulk" --json "$home/bench.json" ${former:+--against "$former"}
    printf '\nStart to ready on these data: %s s.\n' "$took"
    stop
    former=$home/bench.json
done
