/** The reader of HTML. It finds its own modules by names that not all bundlers follow, so it is built as `xml.ts` is. */
export {Parser, Tokenizer, type TokenizerCallbacks} from 'htmlparser2';
