package health.admit.portal.connection;

import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * A block of addresses. The tables are the IANA registries of special-purpose addresses
 * and what Azure reaches only from inside; the methods of {@link InetAddress} know but a
 * few of them.
 */
record AddressRange(byte[] start, int prefix) {

	private static final List<AddressRange> NOT_PUBLIC = ranges("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10",
			"127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
			"192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
			// The host agent of every Azure machine.
			"168.63.129.16/32",
			// Within the one block of global IPv6 addresses: tunnels, which lead
			// anywhere,
			// and documentation.
			"2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

	private static final AddressRange GLOBAL_IPV6 = range("2000::/3");

	/**
	 * Whether an address is one that anybody on the Internet could reach.
	 */
	static boolean isPublic(InetAddress address) {
		boolean global = address instanceof Inet4Address || GLOBAL_IPV6.holds(address);
		return global && NOT_PUBLIC.stream().noneMatch((range) -> range.holds(address));
	}

	private boolean holds(InetAddress address) {
		byte[] bytes = address.getAddress();
		int rest = bytes.length * Byte.SIZE - this.prefix;
		return bytes.length == this.start.length
				&& new BigInteger(1, bytes).shiftRight(rest).equals(new BigInteger(1, this.start).shiftRight(rest));
	}

	private static List<AddressRange> ranges(String... texts) {
		return List.of(texts).stream().map(AddressRange::range).toList();
	}

	private static AddressRange range(String text) {
		int slash = text.indexOf('/');
		try {
			return new AddressRange(InetAddress.getByName(text.substring(0, slash)).getAddress(),
					Integer.parseInt(text.substring(slash + 1)));
		}
		catch (UnknownHostException ex) {
			throw new IllegalArgumentException(text, ex);
		}
	}

}
