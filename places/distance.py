"""The distance between two points on the earth, as it is shown to people."""

from geopy.distance import geodesic

_POLE = 90.0


def distance_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Return the geodesic distance in kilometres between two points given in degrees.

    Karney's method on the WGS 84 ellipsoid ("Algorithms for geodesics", Journal of Geodesy 87,
    2013), through geopy; right to well under a metre. ValueError for a latitude beyond a pole
    and for numbers that are not finite.
    """
    if max(abs(lat1), abs(lat2)) > _POLE:
        raise ValueError("a latitude lies between -90 and 90 degrees")
    return float(geodesic((lat1, lon1), (lat2, lon2)).kilometers)
