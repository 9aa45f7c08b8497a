// All tables under one name, for drizzle; a test holds it against the database that the migrations make.
import * as cases from './cases.ts';
import * as desk from './desk.ts';
import * as documents from './documents.ts';
import * as folders from './folders.ts';
import * as weekly from './weekly.ts';

export const schema = { ...folders, ...documents, ...cases, ...desk, ...weekly };
