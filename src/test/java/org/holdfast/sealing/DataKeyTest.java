package org.holdfast.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DataKeyTest {
    private static final byte[] TEXT = "She says the mornings are the worst part".getBytes(UTF_8);
    private static final byte[] OWNER = "report 1".getBytes(UTF_8);

    private final DataKey sealing = new DataKey(key(7));

    @Test
    void whatWasSealedOpensAgain() {
        assertArrayEquals(TEXT, sealing.open(sealing.seal(TEXT, OWNER), OWNER));
    }

    @Test
    void nothingOpensAsNothing() {
        assertArrayEquals(new byte[0], sealing.open(sealing.seal(new byte[0], OWNER), OWNER));
    }

    @Test
    void theSameKeyOpensItAfterARestart() {
        assertArrayEquals(TEXT, new DataKey(key(7)).open(sealing.seal(TEXT, OWNER), OWNER));
    }

    @Test
    void noWordIsReadableInWhatIsStored() {
        Sealed sealed = sealing.seal(TEXT, OWNER);

        assertFalse(new String(sealed.content(), UTF_8).contains("mornings"));
    }

    @Test
    void theSameTextIsSealedDifferentlyEachTime() {
        Sealed first = sealing.seal(TEXT, OWNER);
        Sealed second = sealing.seal(TEXT, OWNER);

        assertFalse(Arrays.equals(first.content(), second.content()));
        assertFalse(Arrays.equals(first.wrappedKey(), second.wrappedKey()));
    }

    @Test
    void aChangedByteIsNoticedWhereverItIs() {
        Sealed sealed = sealing.seal(TEXT, OWNER);

        for (int i = 0; i < sealed.content().length; i++) {
            var changed = new Sealed(sealed.wrappedKey(), changed(sealed.content(), i));
            assertThrows(SealBroken.class, () -> sealing.open(changed, OWNER));
        }
        for (int i = 0; i < sealed.wrappedKey().length; i++) {
            var changed = new Sealed(changed(sealed.wrappedKey(), i), sealed.content());
            assertThrows(SealBroken.class, () -> sealing.open(changed, OWNER));
        }
    }

    @Test
    void aCutOffItemIsNoticed() {
        Sealed sealed = sealing.seal(TEXT, OWNER);

        assertThrows(SealBroken.class, () -> sealing.open(new Sealed(sealed.wrappedKey(), Arrays.copyOf(sealed.content(), 5)), OWNER));
        assertThrows(SealBroken.class, () -> sealing.open(new Sealed(new byte[0], sealed.content()), OWNER));
    }

    @Test
    void anItemDoesNotOpenAsBelongingToSomethingElse() {
        Sealed sealed = sealing.seal(TEXT, OWNER);

        assertThrows(SealBroken.class, () -> sealing.open(sealed, "report 2".getBytes(UTF_8)));
    }

    @Test
    void contentDoesNotOpenWithAnotherItemsKey() {
        Sealed mixed = new Sealed(sealing.seal(TEXT, OWNER).wrappedKey(), sealing.seal(TEXT, OWNER).content());

        assertThrows(SealBroken.class, () -> sealing.open(mixed, OWNER));
    }

    @Test
    void anotherKeyCannotOpenIt() {
        Sealed sealed = sealing.seal(TEXT, OWNER);

        assertThrows(SealBroken.class, () -> new DataKey(key(8)).open(sealed, OWNER));
    }

    @Test
    void aKeyOfAnotherLengthIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new DataKey(new byte[16]));
    }

    private static byte[] key(int fill) {
        byte[] key = new byte[DataKey.LENGTH];
        Arrays.fill(key, (byte) fill);
        return key;
    }

    private static byte[] changed(byte[] bytes, int at) {
        byte[] changed = bytes.clone();
        changed[at] ^= 1;
        return changed;
    }
}
