import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { EnhancementReference, refersTo, toReference } from "../../src/core/reference.ts";

describe("toReference", () => {
  it.each([
    ["1", "001"],
    ["001", "001"],
    ["#001", "001"],
    ["0001", "001"],
    ["1234", "1234"],
    ["7-Pool", "007-pool"],
    ["007-pool-db.v2_x", "007-pool-db.v2_x"],
    ["ENH_5k3q9w2m7x1c", "enh_5k3q9w2m7x1c"],
  ])("reads %s as %s", (word, reference) => {
    expect(toReference(word)).toBe(reference);
  });

  it.each([
    "",
    "0",
    "000",
    "#",
    "-1",
    "1-",
    "1--x",
    "1/2",
    "1-a/b",
    "1e3",
    "١",
    "9".repeat(16),
    "enh_",
    "enh_../x",
    `1-${"x".repeat(200)}`,
  ])("does not read %s", (word) => {
    expect(toReference(word)).toBeUndefined();
  });

  it("gives only what its schema takes, and the same when read again", () => {
    const unit = fc.constantFrom("0", "1", "9", "#", "-", "a", "enh_", ".", "A");
    fc.assert(
      fc.property(fc.string({ unit }), (word) => {
        const reference = toReference(word);
        if (reference === undefined) return;
        expect(EnhancementReference.parse(reference)).toBe(reference);
        expect(toReference(reference)).toBe(reference);
      }),
    );
  });
});

describe("refersTo", () => {
  const enhancement = { id: "007", slug: "Pool-db", uid: "enh_5k3q9w2m7x1c" };

  it.each([
    ["007", true],
    ["007-pool-db", true],
    ["enh_5k3q9w2m7x1c", true],
    ["008", false],
    ["007-other", false],
    ["enh_000000000000", false],
  ])("%s: %s", (reference, is) => {
    expect(refersTo(reference, enhancement)).toBe(is);
  });
});
