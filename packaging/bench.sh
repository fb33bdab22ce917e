#!/bin/sh
# Measures a start, the memory of the whole when idle, and the first page; then, for every data folder that
# ./relais seed filled, the answers under load. Called by ./relais bench.
set -eu
root=$1
shift
home=$root/target/bench-home
port=${RELAIS_BENCH_PORT:-8118}
log=$root/target/bench.log

start() {
    : >"$log"
    RELAIS_NO_LEARNING=1 "$root/relais" start --home "$home" --port "$port" >"$log" 2>&1 &
    pid=$!
    until grep -q "is ready" "$log"; do
        kill -0 "$pid" 2>/dev/null || { cat "$log" >&2 && exit 1; }
        sleep 0.1
    done
    took=$(sed -n 's/.*is ready at .* in \(.*\) s$/\1/p' "$log")
}

stop() {
    kill "$pid"
    wait "$pid" 2>/dev/null || true
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
    url=http://localhost:$port
    document=$(curl -sL --compressed "$url/")
    bytes=$(curl -sL -H 'Accept-Encoding: gzip' -o /dev/null -w '%{size_download} %{size_header}' "$url/" | awk '{print $1 + $2}')
    count=1
    for path in $(printf '%s' "$document" | grep -oE '(href|src)="/[^"#]+\.(css|js|woff2|svg|png|ico)[^"]*"' | cut -d'"' -f2 | sort -u); do
        bytes=$((bytes + $(curl -s -H 'Accept-Encoding: gzip' -o /dev/null -w '%{size_download} %{size_header}' "$url$path" | awk '{print $1 + $2}')))
        count=$((count + 1))
    done
    echo "$((bytes / 1024)) $count"
}

rm -rf "$home"
start
first=$took
stop
start
second=$took
curl -sL -o /dev/null "http://localhost:$port/"
sleep 10
idle=$(memory)
page=$(first_page)
stop
rm -rf "$home"

loaded=
for home in "$@"; do
    home=$(cd "$home" && pwd)
    start
    loaded="$loaded
$(RELAIS_HOME=$home RELAIS_NO_LEARNING=1 "$root/relais" load --url "http://localhost:$port" --json "$home/bench.json" || true)
Start to ready on these data $took s; memory after the load $(memory) MB."
    stop
done

cat <<TEXT
# Measured
By \`./relais bench\` on $(date -u +%Y-%m-%d), $(nproc) cores, commit $(git -C "$root" rev-parse --short HEAD 2>/dev/null || echo none).

| what | measured | budget |
|---|---|---|
| first start to ready, empty folder | $first s | |
| second start to ready, embedded database included | $second s | 5 s |
| memory of the whole, idle after start (PSS of Java and PostgreSQL) | $idle MB | 400 MB |
| first page: transferred | ${page% *} KB | 150 KB |
| first page: requests | ${page#* } | 8 |
$loaded
TEXT
