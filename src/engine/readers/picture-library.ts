// How is the picture library set for reading: one picture after the other, each once?
import sharp from 'sharp';

// What it keeps of pictures that were opened (50 MB, for the whole process) serves programs that open one again and again;
// threads of its own beside the readers' only make each picture stand in memory in more pieces.
sharp.cache(false);
sharp.concurrency(1);

export default sharp;
export type { Metadata, Sharp } from 'sharp';
