/**
 * Writes what a member of a StatefulSet has to know of itself: `DIRECTORY SERVICE DOMAIN START REPLICAS
 * OFFSET FIRST_ROLE OTHER_ROLE PEER SEPARATOR [NAME WHEN CONTENT]…`. Texts are filled in by cutting and
 * joining, so that nothing in them is read as code, and each keeps its newlines.
 */
export const MEMBER = `fail() {
  printf '%s: %s\\n' "$0" "$1" >&2
  exit 1
}
swap() {
  rest=$text text=
  while :; do
    case "$rest" in
      *"$1"*) ;;
      *) break ;;
    esac
    text=$text\${rest%%"$1"*}$2
    rest=\${rest#*"$1"}
  done
  text=$text$rest
}
fill() { swap "\\\${$1}" "$2"; }
put() { printf '%s' "$2" > "$directory/$1" || fail "cannot write $directory/$1"; }
sum() { expr "$1" + "$2"; }
list_peers() {
  peers= lines= number=$start
  while [ "$number" -lt "$end" ]; do
    text=$peer
    fill PEER_NAME "$set-$number"
    fill PEER_ORDINAL "$number"
    fill PEER_ID "\`sum "$number" "$offset"\`"
    fill PEER_HOST "$set-$number.$zone"
    peers=$peers\${lines:+$separator}$text
    lines="$lines$text
"
    number=\`sum "$number" 1\`
  done
  put peers "$lines"
  [ "$ordinal" -lt "$end" ] || printf '%s: %s is not among its %s peers\\n' "$0" "$name" "$replicas" >&2
}
each() {
  "$@" MEMBER_NAME "$name"
  "$@" MEMBER_NAMESPACE "$POD_NAMESPACE"
  "$@" MEMBER_SET "$set"
  "$@" MEMBER_ORDINAL "$ordinal"
  "$@" MEMBER_ID "$id"
  "$@" MEMBER_ROLE "$role"
  "$@" MEMBER_HOST "$name.$zone"
  "$@" MEMBER_FIRST_HOST "$set-$start.$zone"
  [ -z "$replicas" ] || "$@" MEMBER_PEERS "$peers"
}
export_line() {
  text=$2
  swap "'" "'\\\\''"
  exports="\${exports}export $1='$text'
"
}
directory=$1 service=$2 domain=$3 start=$4 replicas=$5 offset=$6 first=$7 other=$8 peer=$9
shift 9
separator=$1
shift
name=$POD_NAME set=\${POD_NAME%-*} ordinal=\${POD_NAME##*-}
case "$set/$ordinal" in
  "$name"/* | */ | */*[!0-9]*) fail "the Pod is called $name, which does not end with an ordinal: is it one of a StatefulSet?" ;;
esac
zone=$service.$POD_NAMESPACE.svc.$domain id=\`sum "$ordinal" "$offset"\`
role=$other when=others
[ "$ordinal" -ne "$start" ] || role=$first when=first
umask 022
mkdir -p -- "$directory" || fail "cannot make $directory"
if [ -n "$replicas" ]; then
  end=\`sum "$start" "$replicas"\`
  list_peers
fi
exports=
each export_line
put env "$exports"
put name "$name
"
put ordinal "$ordinal
"
put server-id "$id
"
put role "$role
"
put host "$name.$zone
"
while [ "$#" -gt 0 ]; do
  case "$2" in
    always | "$when")
      text=$3
      each fill
      put "$1" "$text"
      ;;
  esac
  shift 3
done
printf '%s is member %s, %s\\n' "$name" "$id" "$role"
`;
