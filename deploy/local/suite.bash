# shellcheck shell=bash
# The life of the suite on one machine: which parts there are, building, starting and stopping them. Sourced by
# ./milepost, which sets ROOT, STATE, RUN and JAVA.

# Set by up --quick.
QUICK=
SERVICES="lead-service opportunity-service contract-service delivery-handover-service reporting-service"
# The first start after a build records which classes it loads, and its end writes them: both take long on a slow machine.
START_SECONDS=300
STOP_SECONDS=25
MART_STOP_SECONDS=20
ARCHIVE_SECONDS=300

# ---------------------------------------------------------------------------------------------------- parts

# The parts that this checkout has, the local stack first.
parts() {
    local service
    echo local
    for service in $SERVICES; do
        if [ -d "$ROOT/$service/src/main/java" ]; then echo "$service"; fi
    done
}

module_of() {
    if [ "$1" = local ]; then echo deploy/local; else echo "$1"; fi
}

# The short name, as in topics and databases.
short_of() {
    local short=${1%-service}
    echo "${short%-handover}"
}

port_base() {
    if [ -f "$RUN/port-base" ]; then cat "$RUN/port-base"; else echo default; fi
}

# port_of WHAT: where a part, or a piece of the local stack, listens
port_of() {
    local default offset base
    case $1 in
        lead-service) default=8081 offset=1 ;;
        opportunity-service) default=8082 offset=2 ;;
        contract-service) default=8083 offset=3 ;;
        delivery-handover-service) default=8084 offset=4 ;;
        reporting-service) default=8085 offset=5 ;;
        local) default=8090 offset=10 ;;
        kafka) default=9092 offset=11 ;;
        controller) default=9093 offset=12 ;;
        mongodb) default=27017 offset=17 ;;
        postgresql) default=5433 offset=18 ;;
        *) fail "no part named $1" ;;
    esac
    base=$(port_base)
    if [ "$base" = default ]; then echo $default; else echo $((base + offset)); fi
}

# args_of PID: its command line, when it lives
args_of() {
    kill -0 "$1" 2>/dev/null || return 1
    ps -o args= -p "$1" 2>/dev/null || tr '\0' ' ' <"/proc/$1/cmdline" 2>/dev/null
}

# running NAME: prints the pid; a pid that another program has got since is not ours
running() {
    local pid args
    [ -f "$RUN/$1.pid" ] || return 1
    pid=$(cat "$RUN/$1.pid")
    args=$(args_of "$pid") || return 1
    case $args in *"-Dmilepost.part=$1 -Dmilepost.root=$ROOT "*) echo "$pid" ;; *) return 1 ;; esac
}

# own_mart: whether PostgreSQL is ours to start, and not a server that the caller names
own_mart() {
    [ -z "${MILEPOST_MART_URI:-}" ]
}

# orphan: the pid of a PostgreSQL that a killed local stack has left behind
orphan() {
    local pid args
    if running local >/dev/null; then return 1; fi
    pid=$(head -n 1 "$STATE/data/mart/data/postmaster.pid" 2>/dev/null) || return 1
    args=$(args_of "$pid") || return 1
    case $args in *"postgres -D $STATE/data/mart/data "*) echo "$pid" ;; *) return 1 ;; esac
}

# started NAME: lives; unlike running it does not look at the command line, which is that of this script until the JVM is
# loaded
started() {
    kill -0 "$(cat "$RUN/$1.pid")" 2>/dev/null
}

ready() {
    local answer
    answer=$(http "$(port_of "$1")" GET /actuator/health/readiness) || return 1
    case $answer in HTTP/1.?" 200"*) return 0 ;; *) return 1 ;; esac
}

# ---------------------------------------------------------------------------------------------------- build

# stale MODULE: its sources, or what it is built from, are newer than its last build here
stale() {
    local stamp=$STATE/build/${1##*/}
    if [ ! -f "$stamp" ] || ! compgen -G "$ROOT/$1/target/*.jar" >/dev/null; then return 0; fi
    local sources=("$ROOT/pom.xml" "$ROOT/$1/pom.xml" "$ROOT/$1/src/main")
    case $1 in *-service | bench | bench/methods) sources+=("$ROOT/platform/pom.xml" "$ROOT/platform/src/main") ;; esac
    case $1 in bench | bench/methods) sources+=("$ROOT/testkit/pom.xml" "$ROOT/testkit/src/main") ;; esac
    [ -n "$(find "${sources[@]}" -type f -newer "$stamp" -print 2>/dev/null | head -n 1)" ]
}

# build MODULE...: packages those that are stale, with what they need
build() {
    local module list='' began=$SECONDS
    for module; do
        if stale "$module"; then list=$list,$module; fi
    done
    if [ -z "$list" ]; then return; fi
    printf 'building   %s ...\n' "$(echo "${list#,}" | tr ',' ' ')"
    mkdir -p "$STATE/build"
    touch "$STATE/build/.began"
    maven -q -Dstyle.color=never -DskipTests -pl "${list#,}" -am package || fail "the build failed; see above"
    for module in $(echo "$list" | tr ',' ' '); do
        cp -p "$STATE/build/.began" "$STATE/build/${module##*/}"
        rm -rf "$STATE/apps/${module##*/}"
    done
    printf 'built      %ss\n' $((SECONDS - began))
}

# Starts faster from a folder of jars than from one jar of jars.
extract() {
    local target=$STATE/apps/$1
    if [ -d "$target" ]; then return; fi
    mkdir -p "$STATE/apps"
    "$JAVA" -Djarmode=tools -jar "$ROOT/$(module_of "$1")/target/$1-0.1.0-exec.jar" extract --destination "$target.new" \
        >/dev/null
    mv "$target.new" "$target"
}

# archive NAME: the classes of a part as it had loaded them and the profiles of what it ran (JEP 514, 515), which the JVM
# writes when the part first ends after a build and reads at every later start; extracting another build removes it. One
# that it cannot use it passes over. Those of quick starts have no profiles that full ones could use.
archive() {
    if [ -n "$QUICK" ]; then echo "$STATE/apps/$1/quick.aot"; else echo "$STATE/apps/$1/start.aot"; fi
}

# heap NAME: megabytes, a share of the machine's memory and at least what the part needs. With little room it collects all the time.
heap() {
    local memory share=4 least=384
    if [ "$1" = local ]; then share=8 least=768; fi
    if [ -r /proc/meminfo ]; then
        memory=$(awk '/^MemTotal:/ {print int($2 / 1024)}' /proc/meminfo)
    else
        memory=$(($(sysctl -n hw.memsize 2>/dev/null || echo 0) / 1048576))
    fi
    memory=$((memory * share / 100))
    echo $((memory > least ? memory : least))
}

# jvm NAME: options by role, one a line. What lives long compiles fully; a demo that is over soon is started with the first compiler
# alone, and is twice as dear once it is warm. Six JVMs share the cores, so that a collector with threads of its own waits for each of
# them at every step: the one without is done sooner.
jvm() {
    echo -XX:+UseSerialGC
    echo "-Xmx$(heap "$1")m"
    if [ -n "$QUICK" ]; then echo -XX:TieredStopAtLevel=1; fi
    if [ -f "$(archive "$1")" ]; then
        echo "-XX:AOTCache=$(archive "$1")"
    else
        echo "-XX:AOTCacheOutput=$(archive "$1")"
    fi
}

# ---------------------------------------------------------------------------------------------------- up

start() {
    local name=$1 short options option role=()
    short=$(short_of "$name")
    if [ "$name" = local ]; then
        options=(
            "--server.port=$(port_of local)"
            "--milepost.local.data=$STATE/data"
            "--milepost.local.database-port=$(port_of mongodb)"
            "--milepost.local.broker-port=$(port_of kafka)"
            "--milepost.local.controller-port=$(port_of controller)")
        if own_mart; then options+=("--milepost.local.mart-port=$(port_of postgresql)"); fi
    else
        options=(
            "--server.address=127.0.0.1"
            "--server.port=$(port_of "$name")"
            "--spring.kafka.bootstrap-servers=localhost:$(port_of kafka)"
            "--milepost.security.issuer=http://localhost:$(port_of local)"
            "--milepost.security.key-file=$STATE/data/keys/$short.json")
        if [ "$name" != reporting-service ]; then
            options+=("--spring.mongodb.uri=mongodb://localhost:$(port_of mongodb)/?retryWrites=false")
        fi
        # What a lead needs is sealed by lead-service, or by delivery-handover-service where it was found after a sale.
        if [ "$short" = opportunity ]; then
            options+=("--milepost.security.other-key-files.lead=$STATE/data/keys/lead.json")
        fi
        if [ "$short" = opportunity ] || [ "$short" = lead ]; then
            options+=("--milepost.security.other-key-files.delivery=$STATE/data/keys/delivery.json")
        fi
    fi
    if [ "$name" = reporting-service ] && own_mart; then
        # As milepost.mart.uri, user and password; unlike options they are not shown to everybody by ps.
        local -x MILEPOST_MART_URI MILEPOST_MART_USER=milepost MILEPOST_MART_PASSWORD
        MILEPOST_MART_URI=jdbc:postgresql://localhost:$(port_of postgresql)/milepost
        MILEPOST_MART_PASSWORD=$(cat "$STATE/data/mart/password")
    fi
    local detach=nohup
    if command -v setsid >/dev/null; then detach='nohup setsid'; fi
    while IFS= read -r option; do role+=("$option"); done < <(jvm "$name")
    # Its end is waited for longer where it writes what it recorded.
    if [ -f "$(archive "$name")" ]; then rm -f "$RUN/$name.records"; else archive "$name" >"$RUN/$name.records"; fi
    # What is open in the caller, such as a lock, must not stay open as long as the part runs.
    # shellcheck disable=SC2086 # two words
    AXONIQ_UPDATE_CHECKER_DISABLED=true $detach "$JAVA" \
        "-Dmilepost.part=$name" "-Dmilepost.root=$ROOT" "${role[@]}" \
        -XX:+ExitOnOutOfMemoryError '-Xlog:aot*=off' '-Xlog:cds*=off' \
        --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED \
        -jar "$STATE/apps/$name/$name-0.1.0-exec.jar" "${options[@]}" \
        >"$RUN/$name.log" 2>&1 </dev/null 3>&- 4>&- 5>&- 6>&- 7>&- 8>&- 9>&- &
    echo $! >"$RUN/$name.pid"
    disown
}

# give_up NAME WHY: with what the part itself says about it, or the end of its log
give_up() {
    local said
    said=$(sed -n '/^Description:$/,$p' "$RUN/$1.log" | grep -v -e '^$' -e '^Description:$' |
        sed 's/^Action:$/What to do:/' || true)
    if [ -n "$said" ]; then
        printf '%-27s %s:\n%s\n' "$1" "$2" "$said" >&2
    else
        printf '%-27s %s; the end of %s:\n' "$1" "$2" "$RUN/$1.log" >&2
        tail -n 40 "$RUN/$1.log" >&2
    fi
    fail "$1 is not up; './milepost up' tries again, './milepost down' stops the rest"
}

# await NAME...: one line for each as it gets ready
await() {
    local began=$SECONDS waiting="$*" left name
    while [ -n "$waiting" ]; do
        left=
        for name in $waiting; do
            if ! started "$name"; then give_up "$name" "ended while it started"; fi
            if ready "$name"; then
                printf '%-27s ready after %ss   http://localhost:%s\n' "$name" $((SECONDS - began)) "$(port_of "$name")"
            else
                left="$left $name"
            fi
        done
        waiting=${left# }
        if [ -n "$waiting" ] && [ $((SECONDS - began)) -ge $START_SECONDS ]; then
            give_up "${waiting%% *}" "not ready after ${START_SECONDS}s"
        fi
        if [ -n "$waiting" ]; then sleep 0.3; fi
    done
}

remember_ports() {
    local base=$1 name
    if [ "$base" = "$(port_base)" ]; then return; fi
    case $base in
        default) ;;
        *[!0-9]* | '') fail "--port-base needs a number" ;;
        *) if [ "$base" -lt 1023 ] || [ "$base" -gt 65517 ]; then fail "--port-base must be from 1023 to 65517"; fi ;;
    esac
    for name in $(parts); do
        if running "$name" >/dev/null; then fail "the suite runs on port base $(port_base): ./milepost down first"; fi
    done
    echo "$base" >"$RUN/port-base"
}

refuse_taken_ports() {
    local name piece pieces
    for name; do
        pieces=$name
        if [ "$name" = local ]; then pieces='local kafka controller mongodb'; fi
        if [ "$name" = local ] && own_mart; then pieces="$pieces postgresql"; fi
        for piece in $pieces; do
            if listening "$(port_of "$piece")"; then
                if [ "$piece" = local ]; then piece='token issuer'; fi
                fail "port $(port_of "${piece/token issuer/local}"), meant for $piece, is taken. Stop the process that" \
                    "listens there, or move the suite: ./milepost up --port-base N"
            fi
        done
    done
}

up() {
    local base='' name missing='' services='' modules=() began=$SECONDS
    while [ $# -gt 0 ]; do
        case $1 in
            --port-base)
                [ $# -ge 2 ] || fail "--port-base needs a number"
                base=$2
                shift 2
                ;;
            --port-base=*) base=${1#*=} && shift ;;
            --quick) QUICK=yes && shift ;;
            *) fail "up does not know $1" ;;
        esac
    done
    find_jdk
    mkdir -p "$RUN"
    if own_mart; then unset MILEPOST_MART_URI; else export MILEPOST_MART_USER="${MILEPOST_MART_USER:-milepost}"; fi
    if [ -n "$base" ]; then remember_ports "$base"; fi
    for name in $(parts); do
        if running "$name" >/dev/null; then
            printf '%-27s runs already\n' "$name"
        else
            missing="$missing $name"
            modules+=("$(module_of "$name")")
        fi
    done
    end_orphan
    # shellcheck disable=SC2086 # words
    refuse_taken_ports $missing
    if [ ${#modules[@]} -gt 0 ]; then build "${modules[@]}"; fi
    for name in $missing; do extract "$name"; done
    # What the parts write, data and logs, is their owner's alone.
    umask 077
    for name in $missing; do
        if [ "$name" = local ]; then start local; else services="$services $name"; fi
    done
    await local
    if own_mart; then
        case $missing in *local*) mart_ready ;; esac
    else
        printf '%-27s of your own   %s\n' postgresql "${MILEPOST_MART_URI%%\?*}"
    fi
    for name in $services; do start "$name"; done
    # shellcheck disable=SC2046 # words
    await $(parts | grep -v '^local$' || true)
    printf '\nMilepost is up after %ss.' $((SECONDS - began))
    printf ' Kafka localhost:%s, MongoDB protocol localhost:%s' "$(port_of kafka)" "$(port_of mongodb)"
    if own_mart; then printf ', PostgreSQL localhost:%s' "$(port_of postgresql)"; fi
    echo
    next_steps
}

# mart_ready: a line for what the local stack has started as a process of its own
mart_ready() {
    local ms
    ms=$(sed -n 's/.*PostgreSQL ready after \([0-9]*\) ms.*/\1/p' "$RUN/local.log" | tail -n 1)
    printf '%-27s ready after %s.%ss  postgresql://milepost@localhost:%s/milepost, password in %s\n' postgresql \
        $((${ms:-0} / 1000)) $((${ms:-0} % 1000 / 100)) "$(port_of postgresql)" "$STATE/data/mart/password"
}

next_steps() {
    printf '\nTry next:\n'
    if [ -d "$ROOT/cli/src/main/java" ]; then echo '  ./milepost import DIR             a folder of CRM files'; fi
    if [ -d "$ROOT/reporting-service/src/main/java" ]; then
        # shellcheck disable=SC2016 # to be copied as it stands
        printf '  curl -H "Authorization: Bearer $(./milepost token ANALYST)" http://localhost:%s/v1/reports/funnel\n' \
            "$(port_of reporting-service)"
        printf '  http://localhost:%s/            the reports as a page; it asks for such a token\n' "$(port_of reporting-service)"
    fi
    echo '  ./milepost status | logs NAME | down'
}

# ---------------------------------------------------------------------------------------------------- down

# records NAME: whether it was started without an archive and has not written the one that it keeps yet
records() {
    [ -f "$RUN/$1.records" ] && [ ! -f "$(cat "$RUN/$1.records")" ]
}

# stop NAME...: asks all of them, then waits for all of them
stop() {
    local name pid began=$SECONDS limit=$STOP_SECONDS
    for name; do
        if pid=$(running "$name"); then
            kill -TERM "$pid" 2>/dev/null || true
            if records "$name"; then
                printf '%-27s keeps its classes for the next start, once after a build ...\n' "$name"
                limit=$ARCHIVE_SECONDS
            fi
        fi
    done
    for name; do
        while pid=$(running "$name"); do
            if [ $((SECONDS - began)) -ge "$limit" ]; then
                printf '%-27s did not stop within %ss: killed\n' "$name" "$limit"
                kill -KILL "$pid" 2>/dev/null || true
                # What it may have been writing is no archive.
                if records "$name"; then rm -f "$(cat "$RUN/$name.records")"*; fi
            fi
            sleep 0.2
        done
        if [ -f "$RUN/$name.pid" ]; then
            rm -f "$RUN/$name.pid" "$RUN/$name.records"
            printf '%-27s stopped\n' "$name"
        fi
    done
}

# end_orphan: cleanly, or if that takes too long so that its next start recovers
end_orphan() {
    local pid signal=INT began=$SECONDS
    if ! pid=$(orphan); then return; fi
    printf '%-27s left behind by a local stack that was killed ...\n' postgresql
    while [ "$(orphan || true)" = "$pid" ]; do
        if [ $((SECONDS - began)) -ge "$MART_STOP_SECONDS" ]; then signal=QUIT; fi
        kill "-$signal" "$pid" 2>/dev/null || true
        sleep 0.2
    done
    printf '%-27s stopped\n' postgresql
}

down() {
    case ${1:-} in '' | --wipe) ;; *) fail "down does not know $1" ;; esac
    # shellcheck disable=SC2046 # words
    stop $(parts | grep -v '^local$' || true)
    stop local
    end_orphan
    if [ "${1:-}" = --wipe ]; then
        rm -rf "$STATE/data" "$RUN"
        echo 'all data deleted'
    fi
}
