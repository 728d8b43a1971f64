# Adds up what test runners say of themselves; prints "PASSED FAILED".
#   runner=ctest   ctest with one entry per test: "… tests passed, 2 tests failed out of 40"
#   runner=gtest   GoogleTest programs, run one by one or under ctest -V
#   runner=any     Vitest, node --test, or a line "N passed, N failed"
function number_before(word, text) {
  if (match(text, "[0-9]+ " word))
    return substr(text, RSTART, RLENGTH) + 0
  return 0
}
{
  gsub(/\033\[[0-9;]*m/, "")
  gsub(/\r/, "")
}
runner == "ctest" && /\*\*\*(Skipped|Not Run)/ { passed-- }
runner == "ctest" && /tests? passed, [0-9]+ tests? failed out of [0-9]+/ {
  n = split($0, word, " ")
  bad = number_before("tests? failed", $0)
  failed += bad
  passed += word[n] - bad
}
runner == "gtest" && /\[  PASSED  \] [0-9]+ tests?\./ {
  sub(/.*\[  PASSED  \] /, "")
  passed += $1
}
runner == "gtest" && /\[  FAILED  \] [0-9]+ tests?, listed below/ {
  sub(/.*\[  FAILED  \] /, "")
  failed += $1
}
runner == "any" && /^ *Tests  / {
  passed += number_before("passed", $0)
  failed += number_before("failed", $0)
  next
}
runner == "any" && /^(#|ℹ) (pass|fail) [0-9]+$/ {
  if ($2 == "pass") passed += $3
  else failed += $3
  next
}
runner == "any" && /^[0-9]+ passed, [0-9]+ failed/ {
  passed += $1
  failed += $3
}
END { print passed + 0, failed + 0 }
