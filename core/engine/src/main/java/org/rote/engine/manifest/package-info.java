/**
 * From a YAML file to a bound and checked {@link org.rote.engine.manifest.Study}, with every problem of the file reported at once.
 *
 * <pre>{@code
 * Study study = new ManifestReader(catalog).read(Path.of("study.yaml"), Purpose.STUDY); // throws ManifestException
 * for (CasePlan plan : study.cases()) {
 *     ForwardOperator operator = study.operators().get(plan.operator()).create(context);
 *     …
 * }
 * }</pre>
 *
 * <p>A section of the manifest is a {@link org.rote.engine.manifest.Section}: a plugin's factory and its config record. Whatever the plugin then throws
 * comes back through the section as the right exception: {@link org.rote.engine.manifest.ManifestException} at the line of the key that is wrong, or {@link
 * org.rote.engine.plugins.PluginException}.
 */
package org.rote.engine.manifest;
