import type { ReadGlossary, ReadOptions } from '../../../server/src/formats/format';
import { glossaryLimits } from '../../../server/src/formats/limits';
import { readTbx } from '../../../server/src/formats/tbx/reader';

/** Read a text as a file called `terms.tbx`. */
export function read(text: string, options?: ReadOptions): ReadGlossary {
  const source = {
    uri: 'file:///terms.tbx',
    text,
    defaultName: 'terms',
    ...(options === undefined ? {} : { options }),
  };
  return readTbx(source, glossaryLimits);
}

/** Write version 3 around concepts. */
export function v3(concepts: string, style = 'dca'): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="${style}" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
  xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">
<tbxHeader><fileDesc><titleStmt><title>Team terms</title></titleStmt><sourceDesc><p>Ours</p></sourceDesc></fileDesc></tbxHeader>
<text><body>
${concepts}
</body></text>
</tbx>
`;
}

/** Write version 2 around concepts. */
export function v2(concepts: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="en"><martifHeader><fileDesc><sourceDesc><p>Ours</p></sourceDesc></fileDesc></martifHeader>
<text><body>
${concepts}
</body></text></martif>
`;
}
