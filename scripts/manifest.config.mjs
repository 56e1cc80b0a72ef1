/** Generates custom-elements.json from the doc comments and types of the elements, for editors and documentation. */
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
            // Reactive state is among the properties, but has no attribute.
            const hidden = declaration.members?.filter(({privacy}) => privacy === 'private') ?? [];
            declaration.attributes = declaration.attributes?.filter(
              ({fieldName}) => !hidden.some(({name}) => name === fieldName),
            );
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
