package health.admit.portal.kits;

import java.nio.charset.StandardCharsets;

/**
 * One file of a kit. It may hold a secret, so it does not print its content.
 */
public final class KitFile {

	private final String name;

	private final String content;

	KitFile(String name, String content) {
		this.name = name;
		this.content = content;
	}

	/**
	 * Path within the kit, of {@code a-z0-9._/-} only.
	 */
	public String name() {
		return this.name;
	}

	/**
	 * The content in UTF-8.
	 */
	public byte[] bytes() {
		return this.content.getBytes(StandardCharsets.UTF_8);
	}

	String content() {
		return this.content;
	}

	@Override
	public String toString() {
		return "KitFile[" + this.name + "]";
	}

}
