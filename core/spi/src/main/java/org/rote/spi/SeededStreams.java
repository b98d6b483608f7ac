package org.rote.spi;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * {@link Streams} of L64X128MixRandom generators, each seeded by the first 64 bits of SHA-256 of (seed, scope, task, index).
 *
 * @param seed the study's seed
 * @param scope whose streams these are, for example a case name
 */
public record SeededStreams(long seed, String scope) implements Streams {

    private static final RandomGeneratorFactory<RandomGenerator> FACTORY =
            RandomGeneratorFactory.of("L64X128MixRandom");

    @Override
    public RandomGenerator random(String task, long index) {
        MessageDigest digest = sha256();
        digest.update(ByteBuffer.allocate(16).putLong(seed).putLong(index).flip());
        digest.update(scope.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        digest.update(task.getBytes(StandardCharsets.UTF_8));
        // Not the whole digest: JDK 17 sign-extends the bytes of a byte[] seed, which leaves few distinct states.
        return FACTORY.create(ByteBuffer.wrap(digest.digest()).getLong());
    }

    /**
     * The same seed for another scope.
     *
     * @param inner appended to this scope
     * @return the streams of the inner scope
     */
    public SeededStreams within(String inner) {
        return new SeededStreams(seed, scope + "/" + inner);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
