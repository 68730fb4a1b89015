package health.admit.portal.credentials;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * Tells DER structures apart by the tags at their beginning, without descending further
 * than two levels: a certificate is a sequence of a sequence whose first element is the
 * version or the serial number, and whose second tells it from a request.
 */
enum DerShape {

	CERTIFICATE(null), TWO_OBJECTS(CertificateProblem.MORE_THAN_ONE), PRIVATE_KEY(CertificateProblem.PRIVATE_KEY),
	PKCS12(CertificateProblem.PKCS12), PKCS7(CertificateProblem.PKCS7), REQUEST(CertificateProblem.REQUEST),
	PUBLIC_KEY(CertificateProblem.PUBLIC_KEY), OTHER(CertificateProblem.NOT_A_CERTIFICATE),
	BROKEN(CertificateProblem.UNREADABLE);

	private static final int INTEGER = 0x02;

	private static final int BIT_STRING = 0x03;

	private static final int OCTET_STRING = 0x04;

	private static final int OID = 0x06;

	private static final int SEQUENCE = 0x30;

	private static final int VERSION = 0xA0;

	private final @Nullable CertificateProblem problem;

	DerShape(@Nullable CertificateProblem problem) {
		this.problem = problem;
	}

	@Nullable CertificateProblem problem() {
		return this.problem;
	}

	static DerShape of(byte[] bytes) {
		Element whole = Element.at(bytes, 0, bytes.length);
		if (whole == null || whole.tag != SEQUENCE) {
			return BROKEN;
		}
		if (whole.end < bytes.length) {
			return (bytes[whole.end] == SEQUENCE) ? TWO_OBJECTS : BROKEN;
		}
		Element first = Element.at(bytes, whole.start, whole.end);
		if (first == null) {
			return BROKEN;
		}
		Element second = Element.at(bytes, first.end, whole.end);
		return switch (first.tag) {
			case INTEGER -> versioned(bytes, first, second);
			case OID -> PKCS7;
			case SEQUENCE -> nested(bytes, first, second);
			default -> OTHER;
		};
	}

	/** A PKCS#12 store has version 3; keys have version 0 or 1. */
	private static DerShape versioned(byte[] bytes, Element version, @Nullable Element second) {
		byte[] number = Arrays.copyOfRange(bytes, version.start, version.end);
		if (number.length == 1 && number[0] == 3 && second != null && second.tag == SEQUENCE) {
			return PKCS12;
		}
		return PRIVATE_KEY;
	}

	private static DerShape nested(byte[] bytes, Element first, @Nullable Element second) {
		if (second != null && second.tag == BIT_STRING) {
			return PUBLIC_KEY;
		}
		if (second != null && second.tag == OCTET_STRING) {
			return PRIVATE_KEY;
		}
		Element head = Element.at(bytes, first.start, first.end);
		if (second == null || head == null) {
			return OTHER;
		}
		if (head.tag == VERSION) {
			return CERTIFICATE;
		}
		Element next = Element.at(bytes, head.end, first.end);
		Element third = (next != null) ? Element.at(bytes, next.end, first.end) : null;
		boolean request = head.tag == INTEGER && third != null && third.tag == SEQUENCE
				&& firstTag(bytes, third) == SEQUENCE && firstTag(bytes, second) == OID && isName(bytes, next);
		if (request) {
			return REQUEST;
		}
		return (head.tag == INTEGER) ? CERTIFICATE : OTHER;
	}

	/** After the number comes a name in a request, an algorithm in a certificate. */
	private static boolean isName(byte[] bytes, @Nullable Element element) {
		return element != null && firstTag(bytes, element) != OID;
	}

	private static int firstTag(byte[] bytes, Element element) {
		return (element.start < element.end) ? bytes[element.start] & 0xFF : -1;
	}

	/**
	 * Where the content of one element lies.
	 */
	private record Element(int tag, int start, int end) {

		/**
		 * The element at a position; null when it has no definite length or does not fit.
		 */
		static @Nullable Element at(byte[] bytes, int position, int limit) {
			if (position + 2 > limit) {
				return null;
			}
			int length = bytes[position + 1] & 0xFF;
			int start = position + 2;
			if (length > 0x7F) {
				int count = length & 0x7F;
				if (count == 0 || count > 3 || start + count > limit) {
					return null;
				}
				length = 0;
				for (int i = 0; i < count; i++) {
					length = (length << 8) | (bytes[start + i] & 0xFF);
				}
				start += count;
			}
			return (length <= limit - start) ? new Element(bytes[position] & 0xFF, start, start + length) : null;
		}

	}

}
