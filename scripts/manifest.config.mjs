/** custom-elements.json: what the elements' doc comments and types say, for editors and documentation. */
export default {
  globs: ['src/elements/**/*.ts'],
  exclude: ['**/*.styles.ts'],
  outdir: 'dist',
  litelement: true,
  plugins: [
    {
      name: 'public-only',
      packageLinkPhase({customElementsManifest}) {
        for (const module of customElementsManifest.modules) {
          for (const declaration of module.declarations ?? []) {
            declaration.members = declaration.members?.filter(
              ({name, privacy, static: fixed}) =>
                !name.startsWith('#') && privacy !== 'private' && privacy !== 'protected' && !fixed,
            );
          }
        }
      },
    },
  ],
};
