import tseslint from "typescript-eslint";

export default tseslint.config(
  {
    ignores: ["scripts/*.cjs", "dist/", "coverage/", "demo-output/", "data/", "fixtures/", "test/simulator/openapi/"],
  },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: { allowDefaultProject: ["*.js"] }, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": [
        "error",
        { ignoreVoidOperator: true, ignoreArrowShorthand: true },
      ],
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "no-restricted-syntax": [
        "error",
        { selector: "ExportDefaultDeclaration", message: "Named exports only." },
        { selector: "TSEnumDeclaration", message: "Use a zod enum or a union of literals." },
      ],
      "no-nested-ternary": "error",
      "no-else-return": "error",
      eqeqeq: "error",
    },
  },
  { files: ["*.config.js"], extends: [tseslint.configs.disableTypeChecked], rules: { "no-restricted-syntax": "off" } },
);
