package io.qkt.persistence;

import org.apache.pekko.actor.ExtendedActorSystem;
import org.apache.pekko.serialization.SerializerWithStringManifest;

/**
 * Writes what {@link JournalTypes} names, as CBOR under its stable name. Reading never throws: one
 * event that cannot be read must not take its entity away from the operator.
 */
public final class JournalSerializer extends SerializerWithStringManifest {
  /** Stored with every event; never to be changed. */
  static final int IDENTIFIER = 471_100;

  private final JournalCodec codec;

  public JournalSerializer(ExtendedActorSystem system) {
    this.codec = system.settings()
        .setup()
        .get(JournalTypes.class)
        .orElseThrow(() -> new IllegalStateException(
            "JournalTypes must be among the actor system's setups; give it to ActorSystemSetup"))
        .codec();
  }

  @Override
  public int identifier() {
    return IDENTIFIER;
  }

  @Override
  public String manifest(Object event) {
    return codec.nameOf(event);
  }

  @Override
  public byte[] toBinary(Object event) {
    return codec.write(event);
  }

  @Override
  public Object fromBinary(byte[] bytes, String manifest) {
    return codec.read(manifest, bytes);
  }
}
