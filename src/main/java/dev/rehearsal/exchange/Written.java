package dev.rehearsal.exchange;

import java.util.List;

/**
 * A pack in another format.
 *
 * @param fileName what to call the file
 * @param bytes the file
 * @param losses what the format cannot say, item by item
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares files
public record Written(String fileName, byte[] bytes, List<Loss> losses) {
}
