// Which libraries ship without types?
declare module 'libheif-js/wasm-bundle.js';
