import {unzipSync} from 'fflate';
import {decode} from './decode.js';
import {readKml} from './kml.js';
import {Notes} from './notes.js';
import type {Import} from './types.js';

/** Larger files in an archive are not unpacked, in bytes. */
const MAX_FILE = 400_000_000;

/** The KML of an archive: `doc.kml`, or else the first. Undefined when there is none, it is damaged or too large. */
function kmlOf(bytes: Uint8Array): Uint8Array | undefined {
  try {
    const files = unzipSync(bytes, {
      filter: ({name, originalSize}) => /\.kml$/i.test(name) && originalSize <= MAX_FILE,
    });
    const [first] = Object.keys(files);
    return files['doc.kml'] ?? (first === undefined ? undefined : files[first]);
  } catch {
    return undefined;
  }
}

/** Imports KML that is packed with its pictures (KMZ). */
export const importKmz: Import = async ({bytes, notes}, options) => {
  const kml = kmlOf(bytes);
  const {text = '', notes: said} = kml ? decode(kml) : {text: '', notes: []};
  return readKml(text, options, new Notes('feature', [...notes, ...said]));
};
