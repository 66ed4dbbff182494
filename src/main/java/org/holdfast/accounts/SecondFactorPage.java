package org.holdfast.accounts;

import io.nayuki.qrcodegen.QrCode;
import org.holdfast.web.Chrome;
import org.holdfast.web.Errors;

/**
 * The page on which an authenticator app is set up.
 *
 * @param first   whether there is none yet, and nothing else may be done before
 * @param written the secret for typing
 * @param squares the picture as the path of its dark squares
 * @param side    how wide and high the picture is, in squares, with the white edge that readers need
 */
public record SecondFactorPage(Chrome chrome, boolean first, String written, String squares, int side, Errors errors) {
    /** The edge the standard asks for (ISO/IEC 18004). */
    private static final int EDGE = 4;

    static SecondFactorPage of(Chrome chrome, String userName, Totp totp, boolean first, Errors errors) {
        QrCode code = QrCode.encodeText(totp.address(userName), QrCode.Ecc.MEDIUM);
        return new SecondFactorPage(chrome, first, totp.written(), squares(code), code.size + 2 * EDGE, errors);
    }

    private static String squares(QrCode code) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M').append(x + EDGE).append(',').append(y + EDGE).append("h1v1h-1z");
                }
            }
        }
        return path.toString();
    }
}
