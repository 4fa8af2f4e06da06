import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const api = process.env['API_ORIGIN'] ?? 'http://127.0.0.1:3000';

/** A shared chunk is named after every page that uses it; one word is enough. */
function fileOf(chunk: { name: string }): string {
  return `assets/${chunk.name.split('~', 1)[0] ?? 'chunk'}-[hash].js`;
}

/** Which third-party chunk a module belongs to; our own modules stay with the page that imports them. */
const groups = [
  {
    name: 'react',
    test: /node_modules[\\/](react|react-dom|scheduler|react-router|i18next|react-i18next)[\\/]/,
    priority: 30,
  },
  { name: 'charts', test: /node_modules[\\/](echarts|zrender)[\\/]/, priority: 20, entriesAware: true },
  // Split by the pages that use a module, so that the desk never loads the tables of the administrators.
  {
    name: 'antd',
    test: /node_modules[\\/](antd|@ant-design|@rc-component)[\\/]/,
    priority: 10,
    entriesAware: true,
    entriesAwareMergeThreshold: 24_000,
  },
];

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  server: { proxy: { '/api': { target: api, changeOrigin: false } } },
  preview: { proxy: { '/api': { target: api, changeOrigin: false } } },
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 900,
    rolldownOptions: { output: { chunkFileNames: fileOf, codeSplitting: { groups } } },
  },
});
