package health.admit.portal.kits;

import java.util.List;

/**
 * Makes the files of one kind. A format is pure and knows nothing of the others.
 */
interface KitFormat {

	/**
	 * The files; none when the format does not fit the client.
	 */
	List<KitFile> files(Kit kit);

}
