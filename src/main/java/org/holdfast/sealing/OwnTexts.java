package org.holdfast.sealing;

import java.util.List;
import org.holdfast.access.Viewer;

/** What one room keeps sealed, for its author to search. Each room that seals text has one bean of it. */
public interface OwnTexts {
    /** Everything of this room that the viewer wrote for themselves or was present at, the newest first. */
    List<OwnText> of(Viewer viewer);
}
