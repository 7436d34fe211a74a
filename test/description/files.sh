# Every file below the folders that are its arguments: its name in hexadecimal, SHA-256, mode, owner, and whether it can
# be written to. A kubelet keeps its versions of a volume in folders that begin with two dots.
each='
for file; do
  printf "%s %s %s %s\n" \
    "$(printf %s "$file" | od -An -v -tx1 | tr -d " \n")" \
    "$( (sha256sum <"$file") 2>/dev/null | cut -c1-64)" \
    "$(stat -L -c "%a %u:%g" "$file")" \
    "$(if (: >>"$file") 2>/dev/null; then echo yes; else echo no; fi)"
done'
for folder; do find -L "$folder" -name '..*' -prune -o -type f -exec sh -c "$each" each {} +; done
