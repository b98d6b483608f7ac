package org.rote.operators.helmholtz.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * In which order and in which dense blocks the nodes of a grid are eliminated: geometric nested dissection.
 *
 * <p>A line of nodes across the longer side of the grid separates it in two halves that a stencil of nine points does not couple. The halves are dissected in the same way until they
 * have {@link #LEAF} nodes or fewer; each line is eliminated after what it separates. This depends on the size of the grid alone, so it is done once and serves every matrix; it is
 * immutable and may be shared by threads.
 *
 * <p>Cost of analysis O(n log n) for n nodes. The factors have about 7.5 n log₂ √n complex entries for a square grid, elimination takes about 10 n^{3/2} complex multiplications. At 260 × 260 nodes that is
 * 30 MB of factors in single precision, 60 MB in double, and 168 million multiplications; at 1000 × 1000, 0.58 GB, 1.16 GB and 9.8 thousand million.
 *
 * <p>Source: A. George (1973), Nested dissection of a regular finite element mesh; I. S. Duff and J. K. Reid (1983), The multifrontal solution of indefinite sparse symmetric linear
 * equations.
 */
public final class Dissection {

    /** Largest region that is eliminated in one front. */
    static final int LEAF = 20;

    /** Trees with less work than this many complex multiplications are not worth a second thread. */
    private static final double SMALL = 4e6;

    private static final int TASKS = 16;

    private final int nx;
    private final int nz;
    private final int[] nodeOf;
    private final int[] numberOf;
    private final int[] frontOf;
    private final List<Front> fronts = new ArrayList<>();
    private final List<List<Front>> tasks = new ArrayList<>();
    private final List<List<Front>> levels = new ArrayList<>();
    private long factorLength;
    private int stackLength;
    private int stackRows;
    private int sharedLength;
    private int sharedRows;

    /**
     * Dissects a grid.
     *
     * @param nx nodes along x, at least 1
     * @param nz nodes along z, at least 1
     * @throws IllegalArgumentException when a count is below 1 or the factors would be more than an array can hold (about twelve million nodes)
     */
    public Dissection(int nx, int nz) {
        if (nx < 1 || nz < 1) {
            throw new IllegalArgumentException(
                    "a grid must have at least one node each way, got nx=" + nx + ", nz=" + nz);
        }
        this.nx = nx;
        this.nz = nz;
        this.nodeOf = new int[Math.multiplyExact(nx, nz)];
        this.numberOf = new int[nodeOf.length];
        Numbering numbering = new Numbering();
        Region root = numbering.dissect(0, nx, 0, nz);
        for (int e = 0; e < nodeOf.length; e++) {
            numberOf[nodeOf[e]] = e;
        }
        Front top = build(root);
        this.frontOf = new int[nodeOf.length];
        fronts.forEach(front -> Arrays.fill(frontOf, front.firstPivot, front.firstPivot + front.pivots, front.number));
        split(top);
    }

    /** A part of the grid: nodes i with x0 ≤ i &lt; x1, and so along z. */
    private record Region(int x0, int x1, int z0, int z1, int firstPivot, int pivots, List<Region> children) {}

    /** Gives nodes their place in the order of elimination. */
    private final class Numbering {
        private int next;

        Region dissect(int x0, int x1, int z0, int z1) {
            int width = x1 - x0;
            int depth = z1 - z0;
            if (width * (long) depth <= LEAF) {
                int first = next;
                number(x0, x1, z0, z1);
                return new Region(x0, x1, z0, z1, first, next - first, List.of());
            }
            List<Region> children = new ArrayList<>();
            int first;
            if (width >= depth) {
                int cut = x0 + width / 2;
                children.add(dissect(x0, cut, z0, z1));
                if (cut + 1 < x1) {
                    children.add(dissect(cut + 1, x1, z0, z1));
                }
                first = next;
                number(cut, cut + 1, z0, z1);
            } else {
                int cut = z0 + depth / 2;
                children.add(dissect(x0, x1, z0, cut));
                if (cut + 1 < z1) {
                    children.add(dissect(x0, x1, cut + 1, z1));
                }
                first = next;
                number(x0, x1, cut, cut + 1);
            }
            return new Region(x0, x1, z0, z1, first, next - first, children);
        }

        private void number(int x0, int x1, int z0, int z1) {
            for (int i = x0; i < x1; i++) {
                for (int k = z0; k < z1; k++) {
                    nodeOf[next++] = i * nz + k;
                }
            }
        }
    }

    private Front build(Region region) {
        List<Front> children = region.children.stream().map(this::build).toList();
        int[] boundary = ring(region);
        int[] entryStart = new int[region.pivots + 1];
        int[] column = new int[9 * region.pivots];
        int[] source = new int[9 * region.pivots];
        int count = 0;
        for (int p = 0; p < region.pivots; p++) {
            int node = nodeOf[region.firstPivot + p];
            for (int neighbour = 0; neighbour < 9; neighbour++) {
                int i = node / nz + neighbour / 3 - 1;
                int k = node % nz + neighbour % 3 - 1;
                if (i >= 0 && i < nx && k >= 0 && k < nz && numberOf[i * nz + k] >= region.firstPivot + p) {
                    int other = numberOf[i * nz + k] - region.firstPivot;
                    column[count] = other < region.pivots
                            ? other
                            : region.pivots + Arrays.binarySearch(boundary, other + region.firstPivot);
                    source[count++] = source(node, i * nz + k, neighbour);
                }
            }
            entryStart[p + 1] = count;
        }
        Front front = new Front(
                fronts.size(),
                region.firstPivot,
                region.pivots,
                boundary,
                children,
                Math.toIntExact(factorLength),
                entryStart,
                Arrays.copyOf(column, count),
                Arrays.copyOf(source, count));
        fronts.add(front);
        factorLength += Front.factorLength(front.pivots, front.order());
        if (factorLength > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(
                    "a grid of " + nx + " × " + nz
                            + " nodes needs more than 2^31 numbers of factors; take a coarser grid or thinner absorbing layers");
        }
        children.forEach(child -> {
            child.parent = front.number;
            child.runs = runs(child.boundary, front);
        });
        return front;
    }

    /** Neighbours are numbered along x, then z: 4 is the node itself, those above it lie in planes of the node, those below it in planes of the neighbour. */
    private int source(int node, int other, int neighbour) {
        int plane = Math.abs(neighbour - 4);
        return plane << Front.PLANE | (neighbour >= 4 ? node : other);
    }

    /** Numbers of the nodes around a region. */
    private int[] ring(Region region) {
        int[] ring = new int[2 * (region.x1 - region.x0 + region.z1 - region.z0 + 2)];
        int count = 0;
        for (int i = Math.max(0, region.x0 - 1); i < Math.min(nx, region.x1 + 1); i++) {
            boolean inside = i >= region.x0 && i < region.x1;
            int step = inside ? region.z1 - region.z0 + 1 : 1;
            for (int k = region.z0 - 1; k <= region.z1; k += step) {
                if (k >= 0 && k < nz) {
                    ring[count++] = numberOf[i * nz + k];
                }
            }
        }
        int[] boundary = Arrays.copyOf(ring, count);
        Arrays.sort(boundary);
        return boundary;
    }

    private static int[] runs(int[] boundary, Front parent) {
        int[] runs = new int[3 * boundary.length];
        int count = 0;
        for (int i = 0; i < boundary.length; i++) {
            int position = boundary[i] - parent.firstPivot;
            if (position >= parent.pivots) {
                position = parent.pivots + Arrays.binarySearch(parent.boundary, boundary[i]);
            }
            if (count > 0 && runs[count - 2] + runs[count - 1] == position) {
                runs[count - 1]++;
            } else {
                runs[count++] = i;
                runs[count++] = position;
                runs[count++] = 1;
            }
        }
        return Arrays.copyOf(runs, count);
    }

    /** Cuts the tree into subtrees that are tasks, and what is above them into levels. */
    private void split(Front root) {
        List<Front> roots = new ArrayList<>(List.of(root));
        List<List<Front>> above = new ArrayList<>();
        if (work(root) >= SMALL) {
            List<Front> level = roots;
            while (roots.size() < TASKS && level.stream().allMatch(front -> front.children.size() == 2)) {
                above.add(level);
                level = level.stream().flatMap(front -> front.children.stream()).toList();
                roots = level;
            }
        }
        for (int depth = above.size() - 1; depth >= 0; depth--) {
            levels.add(above.get(depth));
        }
        for (Front top : roots) {
            List<Front> task = new ArrayList<>();
            stack(top, 0, 0, task);
            tasks.add(task);
            share(top);
        }
        levels.forEach(level -> level.forEach(this::share));
    }

    private void share(Front front) {
        front.shared = true;
        front.matrixAt = sharedLength;
        front.rowsAt = sharedRows;
        sharedLength += front.updateLength();
        sharedRows += front.boundary.length;
    }

    /** Where what the fronts of a task leave is kept: a front's takes the place of its first child's. */
    private void stack(Front front, int matrixAt, int rowsAt, List<Front> task) {
        int matrix = matrixAt;
        int rows = rowsAt;
        for (Front child : front.children) {
            stack(child, matrix, rows, task);
            matrix += child.updateLength();
            rows += child.boundary.length;
        }
        front.matrixAt = matrixAt;
        front.rowsAt = rowsAt;
        stackLength = Math.max(stackLength, Math.max(matrix, matrixAt + front.updateLength()));
        stackRows = Math.max(stackRows, Math.max(rows, rowsAt + front.boundary.length));
        task.add(front);
    }

    /** Complex multiplications in a subtree. */
    private static double work(Front front) {
        double p = front.pivots;
        double b = front.boundary.length;
        return p * p * p / 6
                + p * p * b / 2
                + p * b * b / 2
                + front.children.stream().mapToDouble(Dissection::work).sum();
    }

    /** Nodes along x. */
    public int nx() {
        return nx;
    }

    /** Nodes along z. */
    public int nz() {
        return nz;
    }

    /** Nodes, the order of the matrix. */
    public int nodes() {
        return nodeOf.length;
    }

    /** Complex numbers kept of a factorisation, padding included. */
    public long factorEntries() {
        return factorLength / 2;
    }

    /**
     * Memory that a factorisation takes while it lives.
     *
     * @param arithmetic precision of the factors
     * @return bytes
     */
    public long bytes(Arithmetic arithmetic) {
        return factorLength * arithmetic.bytes();
    }

    /** Complex multiplications of a factorisation. */
    public double work() {
        return work(fronts.get(fronts.size() - 1));
    }

    /** In postorder. */
    List<Front> fronts() {
        return fronts;
    }

    /** Independent subtrees, each in postorder. */
    List<List<Front>> tasks() {
        return tasks;
    }

    /** Fronts above the tasks, those that depend on the others last. */
    List<List<Front>> levels() {
        return levels;
    }

    /** Node that is eliminated at a time. */
    int nodeOf(int number) {
        return nodeOf[number];
    }

    /** When a node is eliminated. */
    int numberOf(int node) {
        return numberOf[node];
    }

    /** Marks the fronts in which some nodes are eliminated, and all above them. */
    void markAbove(int[] nodes, boolean[] marks) {
        for (int node : nodes) {
            for (int f = frontOf[numberOf[node]]; f >= 0 && !marks[f]; f = fronts.get(f).parent) {
                marks[f] = true;
            }
        }
    }

    int factorLength() {
        return (int) factorLength;
    }

    /** Complex numbers of a task's stack. */
    int stackLength() {
        return stackLength;
    }

    /** Rows of a task's stack of vectors. */
    int stackRows() {
        return stackRows;
    }

    /** Complex numbers that tasks leave to one another. */
    int sharedLength() {
        return sharedLength;
    }

    /** Rows of vectors that tasks leave to one another. */
    int sharedRows() {
        return sharedRows;
    }

    /** Rows of the largest front. */
    int largestOrder() {
        return fronts.stream()
                .max(Comparator.comparingInt(Front::order))
                .orElseThrow()
                .order();
    }
}
