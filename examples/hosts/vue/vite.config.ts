import vue from '@vitejs/plugin-vue';
import {defineConfig} from 'vite';

export default defineConfig({
  // The tags of cronomapa are elements, not components of Vue.
  plugins: [vue({template: {compilerOptions: {isCustomElement: (tag) => tag.startsWith('crono-')}}})],
});
