package org.holdfast.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.holdfast.database.Ids;

/**
 * Seals with AES-256-GCM: each item under a fresh key of its own, that key under its owner's, the owners' keys under the
 * installation's key-encryption key. What an item belongs to (its {@link Place} and its {@link Owner}) is bound to it.
 *
 * <p>Whether somebody may open an item is for the room that stores it to say; the database says it again, by keeping the
 * owner's key from whoever may not. Two beans: this one in requests, and one named {@code jobs}.
 */
public final class Sealing {
    private static final int NAME_BEFORE = 5;

    private final OwnerKeys owners;
    private final KeyRing keys;
    private final Ids ids;
    private final Clock clock;

    Sealing(OwnerKeys owners, KeyRing keys, Ids ids, Clock clock) {
        this.owners = owners;
        this.keys = keys;
        this.ids = ids;
        this.clock = clock;
    }

    /** Seals one item; the owner's first one makes the owner's key. */
    public Sealed seal(Owner owner, Place place, byte[] content) {
        return key(owner).seal(content, place.boundTo(owner));
    }

    /** Seals words. */
    public Sealed seal(Owner owner, Place place, String words) {
        return seal(owner, place, words.getBytes(UTF_8));
    }

    private DataKey key(Owner owner) {
        return find(owner).orElseGet(() -> make(owner));
    }

    private Optional<DataKey> find(Owner owner) {
        return Optional.ofNullable(keysOf(owner.kind(), Set.of(owner.id())).get(owner.id()));
    }

    private DataKey make(Owner owner) {
        String wrappedBy = owners.inUse(keys.first());
        DataKey fresh = DataKey.fresh();
        byte[] wrapped = keys.of(wrappedBy).wrap(fresh, OwnerKeys.boundTo(owner.kind(), owner.id()));
        int kept = owners.keep(ids.next(), owner.kind(), owner.id(), owner.isPerson(), wrappedBy, wrapped, clock.instant());
        return kept == 1 ? fresh : find(owner).orElseThrow(SealBroken::new);
    }

    /** @throws SealBroken if anything about the item, its keys or what it belongs to differs from when it was sealed */
    public byte[] open(Owner owner, Place place, Sealed sealed) {
        return find(owner).orElseThrow(SealBroken::new).open(sealed, place.boundTo(owner));
    }

    /**
     * Opens what was sealed when each item's key stood directly under the key-encryption key, with five bytes before it
     * that named that key.
     *
     * @throws SealBroken as {@link #open}
     */
    public byte[] openBefore(Sealed sealed, String belongsTo) {
        byte[] wrapped = sealed.wrappedKey();
        Sealed bare = new Sealed(Arrays.copyOfRange(wrapped, Math.min(NAME_BEFORE, wrapped.length), wrapped.length), sealed.content());
        return keys.tryEach(key -> key.open(bare, belongsTo.getBytes(UTF_8)));
    }

    /**
     * Opens the words of many items, with one look-up per kind of owner.
     *
     * @return one entry for each item, in their order; empty where an item does not open
     */
    public List<Optional<String>> open(List<SealedItem> items) {
        Map<String, Set<UUID>> wanted = items.stream().map(SealedItem::owner)
                .collect(Collectors.groupingBy(Owner::kind, Collectors.mapping(Owner::id, Collectors.toSet())));
        Map<Owner, DataKey> found = new HashMap<>();
        wanted.forEach((kind, owned) -> keysOf(kind, owned).forEach((id, key) -> found.put(new Owner(kind, id), key)));
        List<Optional<String>> opened = new ArrayList<>();
        items.forEach(item -> opened.add(words(found.get(item.owner()), item)));
        return opened;
    }

    /**
     * Opens the words of many items that are all needed.
     *
     * @return one text for each item, in their order
     * @throws SealBroken where one of them does not open
     */
    public List<String> words(List<SealedItem> items) {
        return open(items).stream().map(words -> words.orElseThrow(SealBroken::new)).toList();
    }

    private static Optional<String> words(DataKey key, SealedItem item) {
        try {
            return key == null ? Optional.empty()
                    : Optional.of(new String(key.open(item.sealed(), item.place().boundTo(item.owner())), UTF_8));
        } catch (SealBroken broken) {
            return Optional.empty();
        }
    }

    private Map<UUID, DataKey> keysOf(String kind, Collection<UUID> owned) {
        Map<UUID, DataKey> found = new HashMap<>();
        for (OwnerKeys.Row row : owners.find(kind, owned)) {
            found.put(row.ownerId(), keys.of(row.wrappedBy()).unwrap(row.wrappedKey(), OwnerKeys.boundTo(kind, row.ownerId())));
        }
        return found;
    }
}
