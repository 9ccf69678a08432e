package dev.rehearsal.account;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** Where somebody comes from, as far as it is worth counting. */
final class ClientAddress {

	/** A household has as many IPv6 addresses as it likes, all of one network. */
	private static final int NETWORK_BYTES = 8;

	private ClientAddress() {
	}

	static String of(String remote) {
		try {
			return (InetAddress.ofLiteral(remote) instanceof Inet6Address address)
					? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), NETWORK_BYTES)) : remote;
		}
		catch (IllegalArgumentException ex) {
			return remote;
		}
	}

}
