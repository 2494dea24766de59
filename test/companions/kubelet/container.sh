#!/usr/bin/env bash
# container.sh ROOT FOLDER READ-ONLY UID WORKING-DIRECTORY SETPRIV-OPTION… -- VARIABLE=VALUE… COMMAND…
#
# Process 1 of a container in its mount namespace: its own layer over the programs, volumes, /proc and /dev as a runtime
# mounts them; then the command as its user. FOLDER/layout has a line "link TARGET PATH" for each program where the image
# has it, and "ro|rw SOURCE PATH" for each mount. FOLDER/pid then contains the process ID as the machine sees it.
set -euo pipefail
root=$1 folder=$2 read_only=$3 uid=$4 directory=$5
shift 5
privileges=()
while [ "$1" != -- ]; do privileges+=("$1"); shift; done
shift
read -r pid _ < /proc/self/stat

mount --make-rprivate /
mkdir -p "$folder/layer"
mount -t tmpfs layer "$folder/layer"
mkdir "$folder"/layer/{upper,work,root}
merged=$folder/layer/root
mount -t overlay overlay -o "lowerdir=$root,upperdir=$folder/layer/upper,workdir=$folder/layer/work" "$merged"
mount -t proc proc "$merged/proc"
mount --rbind /dev "$merged/dev"
mkdir -p "$merged$directory"

while IFS=$'\t' read -r kind source path; do
  target=$merged$path
  mkdir -p "$(dirname "$target")"
  if [ "$kind" = link ]; then
    ln -sfn "$source" "$target"
    continue
  fi
  if [ -d "$source" ]; then mkdir -p "$target"; else touch "$target"; fi
  mount --bind "$source" "$target"
  [ "$kind" = rw ] || mount -o remount,bind,ro "$target"
done < "$folder/layout"

[ "$read_only" = false ] || mount -o remount,bind,ro "$merged"
chown "$uid" /proc/self/fd/1
echo "$pid" > "$folder/pid"
exec chroot "$merged" /usr/bin/setpriv "${privileges[@]}" /usr/bin/env -i --chdir="$directory" "$@"
