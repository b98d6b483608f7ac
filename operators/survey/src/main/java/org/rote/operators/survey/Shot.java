package org.rote.operators.survey;

import java.util.ArrayList;
import java.util.List;
import org.rote.spi.Axis;
import org.rote.spi.InvalidInputException;

/**
 * One experiment: a source and the receivers that record it.
 *
 * @param source where the wave begins
 * @param receivers where it is recorded, in the order of the data
 */
public record Shot(Position source, List<Position> receivers) {

    /** Copies the list. */
    public Shot {
        receivers = List.copyOf(receivers);
    }

    /**
     * The shots of a survey, in the order of the data.
     *
     * @param shots where the sources are; the manifest's {@code shots}
     * @param receivers which receivers record each; the manifest's {@code receivers}
     * @param axes the nodes of the grid, (x, z) or (x, y, z)
     * @return at least one, all with equally many receivers, every position within the grid
     * @throws InvalidInputException with everything that is wrong in both sections, in their files and of the positions
     */
    public static List<Shot> of(Layout shots, Receivers receivers, List<Axis> axes) {
        Placement placement = Placement.onNodes(axes);
        List<Position> sources = placement.read("shots", shots);
        List<List<Position>> recorded = placement.read("receivers", receivers, sources);
        placement.verify();
        List<Shot> list = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            list.add(new Shot(sources.get(i), recorded.get(i)));
        }
        return list;
    }
}
