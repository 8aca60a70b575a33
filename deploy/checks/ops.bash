# shellcheck shell=bash
# What operates the suite, checked. Sourced by ./milepost, which sets ROOT and has maven, find_jdk and fail.

# prometheus_tools: promtool and amtool, which are installed where that is possible without asking
prometheus_tools() {
    if command -v promtool >/dev/null && command -v amtool >/dev/null; then return; fi
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        local apt=(apt-get -q -o Acquire::http::Timeout=20 -o DPkg::Lock::Timeout=60)
        echo 'installing prometheus and prometheus-alertmanager, to try the rules with ...'
        if "${apt[@]}" update >/dev/null && DEBIAN_FRONTEND=noninteractive "${apt[@]}" install -y \
            --no-install-recommends prometheus prometheus-alertmanager >/dev/null; then
            return
        fi
    fi
    echo 'skipped: rules by promtool, it is not here (Debian: apt-get install prometheus prometheus-alertmanager)'
    return 1
}

# told WHAT LOG COMMAND...: a line of the table; what a command that fails has said is shown
told() {
    local what=$1 log=$2 began=$SECONDS
    shift 2
    if "$@" >"$log" 2>&1; then
        printf '%-58s ok      %3ss\n' "$what" $((SECONDS - began))
    else
        printf '%-58s FAILED  %3ss\n' "$what" $((SECONDS - began))
        grep -v -e '^\s*at ' -e '^$' "$log" | tail -n 40
        return 1
    fi
}

# image_tools: what an image is made and started with here, installed where that is possible without asking
image_tools() {
    local tool missing=()
    for tool in mmdebstrap runc jq curl openssl; do command -v "$tool" >/dev/null || missing+=("$tool"); done
    if [ "$(id -u)" != 0 ]; then
        echo 'skipped: an image by runc, only root may start one'
        return 1
    fi
    [ ${#missing[@]} -gt 0 ] || return 0
    if command -v apt-get >/dev/null; then
        local apt=(apt-get -q -o Acquire::http::Timeout=20 -o DPkg::Lock::Timeout=60)
        echo "installing ${missing[*]}, to start an image with ..."
        if "${apt[@]}" update >/dev/null && DEBIAN_FRONTEND=noninteractive "${apt[@]}" install -y --no-install-recommends \
            "${missing[@]}" >/dev/null; then
            return
        fi
    fi
    echo "skipped: an image by runc, missing are: ${missing[*]}"
    return 1
}

# image_started FOLDER: the image of lead-service over servers of its own, which end with it
image_started() (
    set -e
    folder=$1
    base=26000
    while listening $((base + 1)) || listening $((base + 10)) || listening $((base + 11)); do base=$((base + 20)); done
    rm -rf "$folder"
    mkdir -p "$folder/secrets" "$folder/certificate"
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost \
        -addext subjectAltName=DNS:localhost -keyout "$folder/certificate/tls.key" -out "$folder/certificate/tls.crt" 2>/dev/null
    "$ROOT/deploy/keys/new-keys" lead "$folder/secrets" >/dev/null
    "$ROOT/deploy/keys/new-keys" delivery "$folder/secrets" >/dev/null
    printf 'mongodb://localhost:%s/?retryWrites=false' $((base + 17)) >"$folder/secrets/spring.mongodb.uri"
    "$JAVA" -Xmx512m -jar "$ROOT/deploy/local/target/local-0.1.0-exec.jar" "--server.port=$((base + 10))" \
        "--milepost.local.data=$folder/data" "--milepost.local.database-port=$((base + 17))" \
        "--milepost.local.broker-port=$((base + 11))" "--milepost.local.controller-port=$((base + 12))" >"$folder/local.log" 2>&1 &
    servers=$!
    trap 'kill "$servers"' EXIT
    until [[ $(http $((base + 10)) GET /actuator/health/readiness || true) == *' 200 '* ]]; do
        kill -0 "$servers"
        sleep 0.5
    done
    SECRETS=$folder/secrets CERTIFICATE=$folder/certificate PORT=$((base + 1)) "$ROOT/deploy/docker/try" \
        "$ROOT/lead-service/target/jib-image.tar" lead-service "SPRING_KAFKA_BOOTSTRAP_SERVERS=localhost:$((base + 11))" \
        "MILEPOST_SECURITY_ISSUER=http://localhost:$((base + 10))" MILEPOST_SECURITY_KEY_FILE=/run/secrets/lead.keys \
        MILEPOST_SECURITY_OTHERKEYFILES_DELIVERY=/run/secrets/delivery.keys
)

# pod_image LOG: made by Jib of a base of our own, and started as a cluster would
pod_image() {
    local logs=$1 target=$ROOT/deploy/checks/target
    told 'base of images (mmdebstrap, jlink)' "$logs/base.log" "$ROOT/deploy/docker/base" "$target/base.tar" &&
        told 'image of lead-service (jib:buildTar)' "$logs/jib.log" maven -q -Dstyle.color=never -pl lead-service -am package \
            jib:buildTar -DskipTests "-Djib.from.image=tar://$target/base.tar" &&
        told 'image of lead-service, started (runc)' "$logs/runc.log" image_started "$target/image" &&
        tail -n 1 "$logs/runc.log"
}

ops_check() {
    local script argument full='' only='' pictures='' failed='' logs=$ROOT/deploy/checks/target/ops prometheus=$ROOT/deploy/prometheus tests=''
    local suite=()
    while [ $# -gt 0 ]; do
        argument=$1
        shift
        case $argument in
            --full) full=yes ;;
            --only)
                [ $# -gt 0 ] || fail 'ops-check --only needs a pattern of faults or alerts'
                only=$1
                shift
                ;;
            --pictures) pictures=$ROOT/docs/dashboards ;;
            *) fail "ops-check does not know $argument" ;;
        esac
    done
    find_jdk
    mkdir -p "$logs"
    if prometheus_tools; then
        # The longest of all, and a processor of its own.
        told 'unit tests of alerts (promtool test rules)' "$logs/test-rules.log" promtool test rules "$prometheus"/tests/*.yaml \
            >"$logs/test-rules.told" &
        tests=$!
        told 'rules (promtool check rules)' "$logs/rules.log" promtool check rules "$prometheus"/rules/*.yaml || failed=yes
        told 'scrape (promtool check config)' "$logs/config.log" promtool check config --syntax-only "$prometheus/prometheus.yaml" ||
            failed=yes
        told 'routes (amtool check-config)' "$logs/routes.log" amtool check-config "$prometheus/alertmanager.yaml" || failed=yes
    fi
    for script in "$ROOT"/deploy/{docker/build,docker/base,docker/try,keys/new-keys,compose/start,backup/databases,backup/check,backup/drill}; do
        told "script ${script#"$ROOT"/}" "$logs/script.log" bash -n "$script" || failed=yes
    done
    told 'chart, compose, images, dashboards, settings (deploy/checks)' "$logs/checks.log" \
        maven -q -Dstyle.color=never -pl deploy/checks -am test -Dtest='io.milepost.ops.*Test' \
        -Dsurefire.failIfNoSpecifiedTests=false || failed=yes
    if [ -n "$tests" ]; then
        wait "$tests" || failed=yes
        cat "$logs/test-rules.told"
    fi
    if [ -n "$full$only$pictures" ]; then
        command -v prometheus >/dev/null || fail "--full, --only and --pictures need a Prometheus (Debian: apt-get install prometheus)"
        if [ -n "$pictures" ]; then suite+=("-Dops.pictures=$pictures"); fi
        if [ -n "$only" ]; then
            suite+=("-Dops.faults=$only")
        elif [ -z "$full" ]; then
            suite+=('-Dops.faults=none of them')
        fi
        rm -f "$ROOT/deploy/suite/target/ops/alerts.txt"
        told 'rules, panels and alerts over a running suite' "$logs/suite.log" maven -q -Dstyle.color=never -pl deploy/suite -am \
            package -Dtest=PrometheusCheck -Dsurefire.failIfNoSpecifiedTests=false ${suite[@]+"${suite[@]}"} || failed=yes
        grep -E '(rules evaluated|queries of panels answered|is drawn)' "$logs/suite.log" || true
        cat "$ROOT/deploy/suite/target/ops/alerts.txt" 2>/dev/null || true
    fi
    if [ -n "$full" ] && image_tools; then pod_image "$logs" || failed=yes; fi
    [ -z "$failed" ] || fail 'something of what operates the suite is not as it should be; see above'
}
