package org.rote.engine.manifest;

/**
 * One thing that is wrong with a manifest. As text:
 *
 * <pre>
 * study.yaml:14  prior.sigma: must be greater than 0, got -0.1
 *   in   prior "memorized-diffusion" (plugin org.rote.priors.diffusion 0.1.0)
 *   fix  give a positive noise level in model units, for example 0.05
 * </pre>
 *
 * @param location the line
 * @param where the key from the root of the manifest, {@code priors.smooth.training.models[2]}; empty for the whole file
 * @param what what is wrong, with the value and its unit
 * @param context the section and its plugin; empty outside of any
 * @param fix what to do about it; may be empty
 */
public record LocatedProblem(Location location, String where, String what, String context, String fix) {

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder().append(location).append("  ");
        if (!where.isEmpty()) {
            text.append(where).append(": ");
        }
        text.append(what);
        if (!context.isEmpty()) {
            text.append("\n  in   ").append(context);
        }
        if (!fix.isEmpty()) {
            text.append("\n  fix  ").append(fix);
        }
        return text.toString();
    }
}
