/** The reader of XML. It is no ES module, so what is built for bundlers has it whole in a file of its own. */
export {DOMParser} from '@xmldom/xmldom';
